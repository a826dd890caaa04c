using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Account;

/// <summary>Second factors: another authenticator app, passkeys, new recovery codes. The last one cannot be removed.</summary>
[FreshOnly]
public sealed class FactorsController(AuthenticatorSetUp authenticator, StaffAccounts accounts, StaffPasskeys passkeys, StaffSessions sessions, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/account/factors")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        View("/Features/Admin/Account/Factors.cshtml", FactorsPage.For(T, await accounts.GetAsync(staff.Id, cancellationToken)));

    [PageRoute("/admin/account/authenticator")]
    public IActionResult ShowAuthenticator() => AuthenticatorPage(null);

    [HttpPost("/admin/account/authenticator")]
    public async Task<IActionResult> UseAuthenticator(string? key, string? code, CancellationToken cancellationToken)
    {
        if (!await authenticator.TakeAsync(key, code, cancellationToken))
        {
            Fault("code", T["Staff.Code.Wrong"]);
            return AuthenticatorPage(key);
        }

        return await ChangedAsync();
    }

    [HttpPost("/admin/account/passkeys/options")]
    public async Task<IActionResult> AskForPasskey(CancellationToken cancellationToken) =>
        Json(await passkeys.AskForNewAsync(await accounts.GetAsync(staff.Id, cancellationToken), HttpContext));

    [HttpPost("/admin/account/passkeys")]
    public async Task<IActionResult> AddPasskey(string? credential, string? state, CancellationToken cancellationToken)
    {
        if (!await passkeys.AddAsync(await accounts.GetAsync(staff.Id, cancellationToken), credential ?? "", state ?? "", isFirst: false, HttpContext))
        {
            Fault("", T["Staff.Passkey.Failed"]);
            return await Show(cancellationToken);
        }

        return await ChangedAsync();
    }

    [HttpPost("/admin/account/passkeys/remove")]
    public async Task<IActionResult> RemovePasskey(string? id, CancellationToken cancellationToken)
    {
        var member = await accounts.GetAsync(staff.Id, cancellationToken);
        if (member.AuthenticatorKey is null && member.Passkeys.Count < 2)
        {
            Fault("", T["Staff.Factors.Last"]);
            return await Show(cancellationToken);
        }

        await passkeys.RemoveAsync(member, id ?? "", cancellationToken);
        return await ChangedAsync();
    }

    [HttpPost("/admin/account/recovery-codes")]
    public async Task<IActionResult> NewRecoveryCodes(CancellationToken cancellationToken) =>
        await accounts.NewRecoveryCodesAsync(staff.Id, cancellationToken) is { } codes ? View("RecoveryCodes", new RecoveryCodesPage { Title = T["Staff.Recovery.Title"], Codes = codes }) : SeeOther(StaffAddress.SignIn());

    // Whoever was in with the old factor is out.
    private async Task<IActionResult> ChangedAsync()
    {
        await sessions.EndAllAsync(staff.Id, except: staff.Session!.Id);
        return SeeOther("/admin/account/factors");
    }

    private ViewResult AuthenticatorPage(string? key) =>
        View("/Features/Admin/Account/Authenticator.cshtml", new AuthenticatorPage { Title = T["Staff.Authenticator.Title"], Authenticator = authenticator.Show(key) });
}
