using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Confirm;

/// <summary>Asks somebody who is signed in to prove again who they are, before an account is changed.</summary>
public sealed class ConfirmController(WayIn wayIn, StaffAccounts accounts, StaffPasskeys passkeys, StaffSessions sessions, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/confirm")]
    public async Task<IActionResult> Show(string? returnUrl, CancellationToken cancellationToken) => await PageAsync(returnUrl, cancellationToken);

    [HttpPost("/admin/confirm")]
    public async Task<IActionResult> ByPassword(string? password, string? code, string? returnUrl, CancellationToken cancellationToken)
    {
        var member = await accounts.GetAsync(staff.Id, cancellationToken);
        var attempt = wayIn.Begin(member, member.UserName!);
        if (attempt.Wait is { } wait)
        {
            FaultTooSoon("", wait);
        }
        else if (!await accounts.CheckPasswordAsync(member, password ?? "", attempt.IsKnown, cancellationToken))
        {
            Fault("password", T["Staff.Password.Wrong"]);
        }
        else if (await wayIn.TryCodeAsync(member, code ?? "", cancellationToken) is { } refused)
        {
            FaultCode("code", refused);
        }
        else
        {
            wayIn.Succeeded(attempt);
            return await DoneAsync(returnUrl);
        }

        return await PageAsync(returnUrl, cancellationToken);
    }

    [HttpPost("/admin/confirm/passkey/options")]
    public async Task<IActionResult> AskForPasskey(CancellationToken cancellationToken) =>
        Json(await passkeys.AskAsync(await accounts.GetAsync(staff.Id, cancellationToken), HttpContext));

    [HttpPost("/admin/confirm/passkey")]
    public async Task<IActionResult> ByPasskey(string? credential, string? state, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await passkeys.CheckAsync(credential ?? "", state ?? "", HttpContext) is { } member && member.Id == staff.Id)
        {
            return await DoneAsync(returnUrl);
        }

        Fault("", T["Staff.Passkey.Failed"]);
        return await PageAsync(returnUrl, cancellationToken);
    }

    private async Task<IActionResult> DoneAsync(string? returnUrl)
    {
        await sessions.ConfirmAsync(HttpContext, staff.Session!);
        return SeeOther(StaffAddress.Local(returnUrl));
    }

    private async Task<IActionResult> PageAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        var member = await accounts.GetAsync(staff.Id, cancellationToken);
        return View("Show", new ConfirmPage { Title = T["Staff.Confirm.Title"], ReturnUrl = StaffAddress.Local(returnUrl), HasPasskey = member.Passkeys.Count > 0 });
    }
}
