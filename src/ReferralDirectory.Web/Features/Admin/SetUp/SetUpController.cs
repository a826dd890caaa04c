using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.SetUp;

/// <summary>The first second factor. Until it is there, nothing else is open.</summary>
[ForStage(StaffSessionStage.SettingUp)]
public sealed class SetUpController(AuthenticatorSetUp authenticator, StaffPasskeys passkeys, StaffAccounts accounts, WayIn wayIn, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/set-up")]
    public IActionResult Show() => View("Show", Page(null));

    [HttpPost("/admin/set-up")]
    public async Task<IActionResult> UseAuthenticator(string? key, string? code, CancellationToken cancellationToken)
    {
        var result = await authenticator.TakeAsync(key, code, cancellationToken);
        return await GoOnAsync(result, cancellationToken) ?? Refused("code", T["Staff.Code.Wrong"], key);
    }

    [HttpPost("/admin/set-up/passkey/options")]
    public async Task<IActionResult> AskForPasskey(CancellationToken cancellationToken) =>
        Json(await passkeys.AskForNewAsync(await accounts.GetAsync(staff.Id, cancellationToken), HttpContext));

    [HttpPost("/admin/set-up/passkey")]
    public async Task<IActionResult> UsePasskey(string? credential, string? state, CancellationToken cancellationToken)
    {
        var result = await passkeys.AddAsync(await accounts.GetAsync(staff.Id, cancellationToken), credential ?? "", state ?? "", staff.Session!, HttpContext);
        return await GoOnAsync(result, cancellationToken) ?? Refused("", T["Staff.Passkey.Failed"], null);
    }

    private SetUpPage Page(string? key) => new() { Title = T["Staff.SetUp.Title"], Authenticator = authenticator.Show(key) };

    private ViewResult Refused(string field, string message, string? key)
    {
        Fault(field, message);
        return View("Show", Page(key));
    }

    // Null where the proof was not good.
    private async Task<IActionResult?> GoOnAsync(FactorResult result, CancellationToken cancellationToken) => result switch
    {
        FactorResult.Done => await FinishAsync(cancellationToken),
        FactorResult.Closed => SeeOther(StaffAddress.SignIn()),
        FactorResult.NoProof or FactorResult.TooMany or FactorResult.Last => null,
    };

    private async Task<IActionResult> FinishAsync(CancellationToken cancellationToken)
    {
        // Whoever was shut out, or got another link, since the factor was set is not let in: the codes would be good for nothing.
        return await accounts.NewRecoveryCodesAsync(staff.Id, cancellationToken) is { } codes && await wayIn.LetInAsync(await accounts.GetAsync(staff.Id, cancellationToken), null) == StaffDoor.Root
            ? View("RecoveryCodes", new RecoveryCodesPage { Title = T["Staff.Recovery.Title"], Codes = codes })
            : SeeOther(StaffAddress.SignIn());
    }
}
