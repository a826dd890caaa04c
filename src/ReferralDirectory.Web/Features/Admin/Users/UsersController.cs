using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>Who may enter: the list, and one person with what an administrator can do to them.</summary>
[ForRole(StaffRole.Administrator)]
public sealed class UsersController(StaffMembers members, StaffInvitations invitations, LinkGiven links, GrantNames grants, CurrentStaff staff, Reader reader, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/users")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var open = await invitations.OpenUntilAsync(cancellationToken);
        return View(new UsersPage { Title = T["Staff.Users.Title"], Users = [.. (await members.AllAsync(cancellationToken)).Select(member => UserLine.Of(member, grants, OpenUntil(open, member), reader, T))] });
    }

    // The others are where somebody comes back to who had to say again who they are: nothing was done then.
    [PageRoute("/admin/users/{id:guid}")]
    [PageRoute("/admin/users/{id:guid}/revoke")]
    [PageRoute("/admin/users/{id:guid}/restore")]
    [PageRoute("/admin/users/{id:guid}/link")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await members.FindAsync(id, cancellationToken) is { } member && await PageAsync(member, cancellationToken) is var page
            // What comes back was ticked beside the roles of then.
            ? View(PostedForm.BroughtBack(ModelState, "mark") is { } kept ? page with { Mark = kept.Text("mark") }
                : PostedForm.BroughtBack(ModelState, "seen") is { } decision ? page with { Seen = decision.Text("seen"), ToCopy = ToCopy(member, decision.Text("reason")) }
                : page)
            : NotFound();

    [HttpPost("/admin/users/{id:guid}")]
    [FreshOnly]
    public async Task<IActionResult> Grant(Guid id, GrantsInput input, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { } member)
        {
            return NotFound();
        }

        var result = await members.GrantAsync(member, grants.Read(input.Administrator, input.Countries, input.Organisations), input.Mark, staff.Id, cancellationToken);
        var held = string.Join("; ", grants.Of(StaffAccess.Of(member)).DefaultIfEmpty(T["Staff.Users.NoGrants"]));
        return await AnswerAsync(result, member, $"/admin/users/{id}", T["Staff.Users.GrantsOvertaken", held], null, cancellationToken);
    }

    [HttpPost("/admin/users/{id:guid}/revoke")]
    [FreshOnly]
    public async Task<IActionResult> Revoke(Guid id, string? reason, string? seen, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { } member)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > StaffMember.ReasonMaxLength)
        {
            Fault("reason", T["Staff.Reason.Wrong", StaffMember.ReasonMaxLength]);
            return Again("Show", await PageAsync(member, cancellationToken) with { ToCopy = ToCopy(member, reason) });
        }

        var result = await members.RevokeAsync(member, reason.Trim(), seen, staff.Id, cancellationToken);
        return await AnswerAsync(result, member, "/admin/users", T["Staff.Users.Overtaken"], reason, cancellationToken);
    }

    [HttpPost("/admin/users/{id:guid}/restore")]
    [FreshOnly]
    public async Task<IActionResult> Restore(Guid id, string? seen, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { } member)
        {
            return NotFound();
        }

        var (result, token) = await members.RestoreAsync(member, seen, staff.Id, cancellationToken);
        // Handed over, never sent: whoever took their phone may read their mail.
        return token is not null ? View("Link", links.Show(member.UserName!, token))
            : await AnswerAsync(result, member, $"/admin/users/{id}", T["Staff.Users.Overtaken"], null, cancellationToken);
    }

    [HttpPost("/admin/users/{id:guid}/link")]
    [FreshOnly]
    public async Task<IActionResult> MakeLink(Guid id, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { RevokedAt: null } member)
        {
            return NotFound();
        }

        var (result, token) = await invitations.RenewAsync(member, staff.Id, cancellationToken);
        return token is not null ? View("Link", await links.GiveAsync(member.UserName!, token))
            : await AnswerAsync(result, member, $"/admin/users/{id}", T["Staff.Users.Overtaken"], null, cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(AccountResult result, StaffMember member, string next, string overtaken, string? reason, CancellationToken cancellationToken)
    {
        if (result is AccountResult.Done or AccountResult.NotAllowed)
        {
            return result == AccountResult.Done ? SeeOther(next) : StatusCode(StatusCodes.Status403Forbidden);
        }

        Fault("", result == AccountResult.Overtaken ? overtaken : T["Staff.Users.LastAdministrator"]);
        return Again("Show", await PageAsync(member, cancellationToken) with { ToCopy = ToCopy(member, reason) });
    }

    // Where they are shut out already, there is no field for a reason.
    private IReadOnlyList<TextField> ToCopy(StaffMember member, string? reason) =>
        member.RevokedAt is null || string.IsNullOrWhiteSpace(reason) ? [] : new TextField { Name = "typed", Label = T["Staff.Reason"], Value = reason }.ToCopy();

    private static DateTime? OpenUntil(Dictionary<Guid, DateTime> links, StaffMember member) => links.TryGetValue(member.Id, out var until) ? until : null;

    private async Task<UserPage> PageAsync(StaffMember member, CancellationToken cancellationToken) => new()
    {
        Title = T["Staff.User.Title"],
        User = UserLine.Of(member, grants, OpenUntil(await invitations.OpenUntilAsync(cancellationToken), member), reader, T),
        Mark = StaffMembers.MarkOf(member.Grants),
        Seen = StaffMembers.MarkOf(member),
        Grants = GrantChoices.For(member.Grants, grants),
    };
}
