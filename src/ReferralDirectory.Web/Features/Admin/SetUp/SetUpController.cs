using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.SetUp;

/// <summary>The first second factor. Until it is there, nothing else is open.</summary>
[ForStage(StaffSessionStage.SettingUp)]
public sealed class SetUpController(AuthenticatorSetUp authenticator, StaffPasskeys passkeys, StaffAccounts accounts, StaffSessions sessions, WayIn wayIn, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/set-up")]
    public IActionResult Show() => View("Show", Page(null));

    [HttpPost("/admin/set-up")]
    public async Task<IActionResult> UseAuthenticator(string? key, string? code, CancellationToken cancellationToken)
    {
        if (await authenticator.TakeAsync(key, code, cancellationToken))
        {
            return await FinishAsync(cancellationToken);
        }

        Fault("code", T["Staff.Code.Wrong"]);
        return View("Show", Page(key));
    }

    [HttpPost("/admin/set-up/passkey/options")]
    public async Task<IActionResult> AskForPasskey(CancellationToken cancellationToken) =>
        Json(await passkeys.AskForNewAsync(await accounts.GetAsync(staff.Id, cancellationToken), HttpContext));

    [HttpPost("/admin/set-up/passkey")]
    public async Task<IActionResult> UsePasskey(string? credential, string? state, CancellationToken cancellationToken)
    {
        if (await passkeys.AddAsync(await accounts.GetAsync(staff.Id, cancellationToken), credential ?? "", state ?? "", isFirst: true, HttpContext))
        {
            return await FinishAsync(cancellationToken);
        }

        Fault("", T["Staff.Passkey.Failed"]);
        return View("Show", Page(null));
    }

    private SetUpPage Page(string? key) => new() { Title = T["Staff.SetUp.Title"], Authenticator = authenticator.Show(key) };

    private async Task<IActionResult> FinishAsync(CancellationToken cancellationToken)
    {
        // Another browser that was left at this page could otherwise set a factor of its own.
        await sessions.EndAllAsync(staff.Id, except: staff.Session!.Id);
        if (await accounts.NewRecoveryCodesAsync(staff.Id, cancellationToken) is not { } codes)
        {
            return SeeOther(StaffAddress.SignIn());
        }

        await wayIn.LetInAsync(await accounts.GetAsync(staff.Id, cancellationToken), null);
        return View("RecoveryCodes", new RecoveryCodesPage { Title = T["Staff.Recovery.Title"], Codes = codes });
    }
}
