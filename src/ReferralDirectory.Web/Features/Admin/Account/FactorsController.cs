using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Account;

/// <summary>Second factors: another authenticator app, passkeys, new recovery codes. The last one cannot be removed.</summary>
[FreshOnly]
public sealed class FactorsController(AuthenticatorSetUp authenticator, StaffAccounts accounts, StaffPasskeys passkeys, KnownDevices devices, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/account/factors")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        View("/Features/Admin/Account/Factors.cshtml", FactorsPage.For(T, await accounts.GetAsync(staff.Id, cancellationToken)));

    [PageRoute("/admin/account/authenticator")]
    public IActionResult ShowAuthenticator() => AuthenticatorPage(null);

    [HttpPost("/admin/account/authenticator")]
    public async Task<IActionResult> UseAuthenticator(string? key, string? code, CancellationToken cancellationToken)
    {
        var result = await authenticator.TakeAsync(key, code, cancellationToken);
        return await GoOnAsync(result, cancellationToken) ?? RefusedAuthenticator(key);
    }

    [HttpPost("/admin/account/passkeys/options")]
    public async Task<IActionResult> AskForPasskey(CancellationToken cancellationToken) =>
        Json(await passkeys.AskForNewAsync(await accounts.GetAsync(staff.Id, cancellationToken), HttpContext));

    [HttpPost("/admin/account/passkeys")]
    public async Task<IActionResult> AddPasskey(string? credential, string? state, CancellationToken cancellationToken)
    {
        var result = await passkeys.AddAsync(await accounts.GetAsync(staff.Id, cancellationToken), credential ?? "", state ?? "", staff.Session!, HttpContext);
        return await GoOnAsync(result, cancellationToken) ?? await RefusedPasskeyAsync(result, cancellationToken);
    }

    [HttpPost("/admin/account/passkeys/remove")]
    public async Task<IActionResult> RemovePasskey(string? id, CancellationToken cancellationToken)
    {
        var result = await passkeys.RemoveAsync(await accounts.GetAsync(staff.Id, cancellationToken), id ?? "", staff.Session!, cancellationToken);
        return await GoOnAsync(result, cancellationToken) ?? await RefusedPasskeyAsync(result, cancellationToken);
    }

    [HttpPost("/admin/account/recovery-codes")]
    public async Task<IActionResult> NewRecoveryCodes(CancellationToken cancellationToken) =>
        await accounts.NewRecoveryCodesAsync(staff.Id, cancellationToken) is { } codes ? View("RecoveryCodes", new RecoveryCodesPage { Title = T["Staff.Recovery.Title"], Codes = codes }) : SeeOther(StaffAddress.SignIn());

    // Null where there is something to say. This browser stays known.
    private async Task<IActionResult?> GoOnAsync(FactorResult result, CancellationToken cancellationToken)
    {
        if (result == FactorResult.Done)
        {
            devices.Remember(HttpContext, await accounts.GetAsync(staff.Id, cancellationToken));
        }

        return result switch
        {
            FactorResult.Done => SeeOther("/admin/account/factors"),
            FactorResult.Closed => SeeOther(StaffAddress.SignIn()),
            FactorResult.NoProof or FactorResult.TooMany or FactorResult.Last => null,
        };
    }

    private async Task<IActionResult> RefusedPasskeyAsync(FactorResult result, CancellationToken cancellationToken)
    {
        Fault("", result == FactorResult.TooMany ? T["Staff.Passkey.TooMany", StaffPasskeys.MaxCount] : result == FactorResult.Last ? T["Staff.Factors.Last"] : T["Staff.Passkey.Failed"]);
        return await Show(cancellationToken);
    }

    private ViewResult RefusedAuthenticator(string? key)
    {
        Fault("code", T["Staff.Code.Wrong"]);
        return AuthenticatorPage(key);
    }

    private ViewResult AuthenticatorPage(string? key) =>
        View("/Features/Admin/Account/Authenticator.cshtml", new AuthenticatorPage { Title = T["Staff.Authenticator.Title"], Authenticator = authenticator.Show(key) });
}
