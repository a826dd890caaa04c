using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Account;

/// <summary>A new password; every other browser is signed out.</summary>
[FreshOnly]
public sealed class PasswordController(StaffAccounts accounts, StaffSessions sessions, KnownDevices devices, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/account/password")]
    public IActionResult Show() => View("/Features/Admin/Account/Password.cshtml", new Features.Shared.StaffPage { Title = T["Staff.Password.Change"] });

    [HttpPost("/admin/account/password")]
    public async Task<IActionResult> Save(string? password, CancellationToken cancellationToken)
    {
        PasswordFaults.Check(ModelState, T, "password", password ?? "", staff.Access.Email, staff.Access.Name);
        if (!ModelState.IsValid)
        {
            return Show();
        }

        var member = await accounts.GetAsync(staff.Id, cancellationToken);
        if (!await accounts.ChangePasswordAsync(member, password!, staff.Session!, cancellationToken))
        {
            return SeeOther(StaffAddress.SignIn());
        }

        await sessions.ConfirmAsync(HttpContext, staff.Session!);
        devices.Remember(HttpContext, member);
        return SeeOther("/admin/account");
    }
}
