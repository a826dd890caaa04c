using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Account;

/// <summary>My account: the overview, my name, and signing out everywhere.</summary>
public sealed class AccountController(StaffAccounts accounts, CurrentStaff staff, NameFaults names, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/account")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        var member = await accounts.GetAsync(staff.Id, cancellationToken);
        return View(AccountPage.For(T, member, await accounts.CountRecoveryCodesAsync(staff.Id, cancellationToken)));
    }

    [PageRoute("/admin/account/name")]
    public IActionResult ShowName() => View("Name", new NamePage { Title = T["Staff.Name.Title"], Name = staff.Access.Name });

    [HttpPost("/admin/account/name")]
    [FreshOnly]
    public async Task<IActionResult> SaveName(string? name, CancellationToken cancellationToken)
    {
        if (await names.FindAsync(name, staff.Id, cancellationToken) is { } fault)
        {
            Fault("name", fault);
            return ShowName();
        }

        var member = await accounts.GetAsync(staff.Id, cancellationToken);
        var result = await accounts.RenameAsync(member, StaffName.Read(name)!, cancellationToken);
        if (result == AccountResult.NameTaken)
        {
            Fault("name", T["Staff.Name.Taken"]);
            return ShowName();
        }

        return SeeOther(result == AccountResult.Done ? "/admin/account" : StaffAddress.SignIn());
    }

    // In a hurry nobody should have to look for a telephone first: this asks for no second proof.
    [HttpPost("/admin/account/sign-out-everywhere")]
    public async Task<IActionResult> SignOutEverywhere(CancellationToken cancellationToken)
    {
        await accounts.SignOutEverywhereAsync(staff.Id, cancellationToken);
        StaffCookies.Delete(HttpContext, StaffCookies.Session);
        return SeeOther(StaffAddress.SignIn());
    }
}
