using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>Invites somebody: the link is shown once, and sent where mail is set up.</summary>
[ForRole(StaffRole.Administrator)]
[FreshOnly]
public sealed class InviteController(StaffInvitations invitations, LinkGiven links, GrantNames grants, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/users/invite")]
    public IActionResult Show() => View("/Features/Admin/Users/Invite.cshtml", Page());

    [HttpPost("/admin/users/invite")]
    public async Task<IActionResult> Invite(string? email, GrantsInput input, CancellationToken cancellationToken)
    {
        var address = email?.Trim() ?? "";
        var asked = grants.Read(input.Administrator, input.Countries, input.Organisations);
        if (address.Length > StaffMember.EmailMaxLength || !new EmailAddressAttribute().IsValid(address) || address.Any(char.IsWhiteSpace))
        {
            Fault("email", T["Staff.Email.Wrong"]);
        }
        else if (asked.Count == 0)
        {
            Fault("administrator", T["Staff.Grants.Needed"]);
        }
        else
        {
            return await MakeAsync(address, asked, cancellationToken);
        }

        return View("/Features/Admin/Users/Invite.cshtml", Page());
    }

    private async Task<IActionResult> MakeAsync(string address, IReadOnlyList<StaffGrant> asked, CancellationToken cancellationToken)
    {
        var (result, token) = await invitations.InviteAsync(address, asked, staff.Id, cancellationToken);
        if (token is not null)
        {
            return View("/Features/Admin/Users/Link.cshtml", await links.GiveAsync(address, token));
        }

        if (result != AccountResult.AddressTaken)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Fault("email", T["Staff.Email.Taken"]);
        return View("/Features/Admin/Users/Invite.cshtml", Page());
    }

    private InvitePage Page() => new() { Title = T["Staff.Invite.Title"], Grants = GrantChoices.For([], grants) };
}
