using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Invitation;

/// <summary>The one-time link: name and password. The second factor comes right after.</summary>
[OpenToAnyone]
public sealed class InvitationController(StaffInvitations invitations, StaffSessions sessions, NameFaults names, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/invitation/{token}")]
    public async Task<IActionResult> Show(string token, CancellationToken cancellationToken) =>
        await invitations.FindAsync(token, cancellationToken) is { } found ? View(InvitationPage.For(T, found.Member)) : Unusable();

    [HttpPost("/admin/invitation/{token}")]
    public async Task<IActionResult> Accept(string token, string? name, string? password, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(token, cancellationToken) is not { } found)
        {
            return Unusable();
        }

        if (await names.FindAsync(name, found.Member.Id, cancellationToken) is { } fault)
        {
            Fault("name", fault);
        }

        PasswordFaults.Check(ModelState, T, "password", password ?? "", found.Member.UserName!, name ?? "");
        if (!ModelState.IsValid)
        {
            return View("Show", InvitationPage.For(T, found.Member));
        }

        var result = await invitations.UseAsync(found.Invitation, found.Member, StaffName.Read(name)!, password!, cancellationToken);
        if (result == AccountResult.NameTaken)
        {
            Fault("name", T["Staff.Name.Taken"]);
            return View("Show", InvitationPage.For(T, found.Member));
        }

        return result != AccountResult.Done ? Unusable() : SeeOther(await sessions.StartAsync(HttpContext, found.Member, StaffSessionStage.SettingUp) ? StaffAddress.SetUp : StaffAddress.SignIn());
    }

    private ViewResult Unusable()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unusable", new Features.Shared.StaffPage { Title = T["Staff.Invitation.Unusable"] });
    }
}
