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
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(new UsersPage { Title = T["Staff.Users.Title"], Users = [.. (await members.AllAsync(cancellationToken)).Select(member => UserLine.Of(member, grants, T))] });

    // The others are where somebody comes back to who had to say again who they are: nothing was done then.
    [PageRoute("/admin/users/{id:guid}")]
    [PageRoute("/admin/users/{id:guid}/revoke")]
    [PageRoute("/admin/users/{id:guid}/restore")]
    [PageRoute("/admin/users/{id:guid}/link")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await members.FindAsync(id, cancellationToken) is { } member && await PageAsync(member, cancellationToken) is var page
            // What comes back was ticked beside the roles of then.
            ? View(PostedForm.BroughtBack(ModelState, "mark") is { } kept ? page with { Mark = kept.Text("mark") } : page)
            : NotFound();

    [HttpPost("/admin/users/{id:guid}")]
    [FreshOnly]
    public async Task<IActionResult> Grant(Guid id, GrantsInput input, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { } member)
        {
            return NotFound();
        }

        switch (await members.GrantAsync(member, grants.Read(input.Administrator, input.Countries, input.Organisations), input.Mark, staff.Id, cancellationToken))
        {
            case GrantResult.Done:
                return SeeOther($"/admin/users/{id}");
            case GrantResult.Overtaken:
                Fault("", T["Staff.Users.GrantsOvertaken", string.Join("; ", grants.Of(StaffAccess.Of(member)).DefaultIfEmpty(T["Staff.Users.NoGrants"]))]);
                break;
            case GrantResult.LastAdministrator:
                Fault("", T["Staff.Users.LastAdministrator"]);
                break;
        }

        return Again("Show", await PageAsync(member, cancellationToken));
    }

    [HttpPost("/admin/users/{id:guid}/revoke")]
    [FreshOnly]
    public async Task<IActionResult> Revoke(Guid id, string? reason, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { } member)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > StaffMember.ReasonMaxLength)
        {
            Fault("reason", T["Staff.Reason.Wrong", StaffMember.ReasonMaxLength]);
        }
        else if (await members.RevokeAsync(member, reason.Trim(), staff.Id, cancellationToken))
        {
            return SeeOther("/admin/users");
        }
        else
        {
            Fault("", T["Staff.Users.LastAdministrator"]);
        }

        return View("Show", await PageAsync(member, cancellationToken));
    }

    [HttpPost("/admin/users/{id:guid}/restore")]
    [FreshOnly]
    public async Task<IActionResult> Restore(Guid id, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { } member)
        {
            return NotFound();
        }

        await members.RestoreAsync(member, staff.Id, cancellationToken);
        return SeeOther($"/admin/users/{id}");
    }

    [HttpPost("/admin/users/{id:guid}/link")]
    [FreshOnly]
    public async Task<IActionResult> MakeLink(Guid id, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(id, cancellationToken) is not { RevokedAt: null } member)
        {
            return NotFound();
        }

        return await invitations.RenewAsync(member, staff.Id, cancellationToken) is { } token
            ? View("Link", await links.GiveAsync(member.UserName!, token, cancellationToken))
            : SeeOther(StaffAddress.SignIn());
    }

    private async Task<UserPage> PageAsync(StaffMember member, CancellationToken cancellationToken) => new()
    {
        Title = T["Staff.User.Title"],
        User = UserLine.Of(member, grants, T),
        OpenLink = await invitations.OpenUntilAsync(member.Id, cancellationToken) is { } until ? T["Staff.User.OpenLink", new Moment(until, reader, T)] : null,
        Mark = StaffMembers.MarkOf(member.Grants),
        Grants = GrantChoices.For(member.Grants, grants),
    };
}
