using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.SignIn;

/// <summary>The way in: a password and then a code, or a passkey alone; and the way out.</summary>
public sealed class SignInController(WayIn wayIn, StaffAccounts accounts, StaffPasskeys passkeys, StaffSessions sessions, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/sign-in")]
    [OpenToAnyone]
    public IActionResult Show(string? returnUrl) =>
        staff.IsSignedIn ? SeeOther(StaffAddress.Local(returnUrl)) : View(SignInPage.For(T, returnUrl));

    [HttpPost("/admin/sign-in")]
    [OpenToAnyone]
    public async Task<IActionResult> Enter(string? email, string? password, string? returnUrl, CancellationToken cancellationToken)
    {
        var member = await accounts.FindAsync(email ?? "", cancellationToken);
        var attempt = wayIn.Begin(member, email ?? "");
        if (attempt.Wait is { } wait)
        {
            FaultTooSoon("", wait);
        }
        else if (await accounts.CheckPasswordAsync(member, password ?? "", cancellationToken))
        {
            wayIn.Succeeded(attempt);
            await sessions.StartAsync(HttpContext, member!.Id, member.HasSecondFactor ? StaffSessionStage.Password : StaffSessionStage.SettingUp);
            return SeeOther(member.HasSecondFactor ? StaffAddress.SecondFactor(returnUrl) : StaffAddress.SetUp);
        }
        else
        {
            Fault("", T["Staff.SignIn.Wrong"]);
        }

        return View("Show", SignInPage.For(T, returnUrl));
    }

    [HttpPost("/admin/sign-in/passkey/options")]
    [OpenToAnyone]
    public async Task<IActionResult> AskForPasskey() => Json(await passkeys.AskAsync(null, HttpContext));

    [HttpPost("/admin/sign-in/passkey")]
    [OpenToAnyone]
    public async Task<IActionResult> EnterByPasskey(string? credential, string? state, string? returnUrl)
    {
        var attempt = wayIn.BeginWithoutAccount();
        if (attempt.Wait is { } wait)
        {
            FaultTooSoon("", wait);
        }
        else if (await passkeys.CheckAsync(credential ?? "", state ?? "", HttpContext) is { } member)
        {
            wayIn.Succeeded(attempt);
            await wayIn.LetInAsync(member);
            return SeeOther(StaffAddress.Local(returnUrl));
        }
        else
        {
            Fault("", T["Staff.Passkey.Failed"]);
        }

        return View("Show", SignInPage.For(T, returnUrl));
    }

    [PageRoute("/admin/sign-in/second")]
    [ForStage(StaffSessionStage.Password)]
    public async Task<IActionResult> ShowSecond(string? returnUrl, CancellationToken cancellationToken) =>
        View("Second", SecondFactorPage.For(T, await accounts.GetAsync(staff.Id, cancellationToken), returnUrl));

    [HttpPost("/admin/sign-in/second")]
    [ForStage(StaffSessionStage.Password)]
    public async Task<IActionResult> EnterCode(string? code, string? returnUrl, CancellationToken cancellationToken)
    {
        var member = await accounts.GetAsync(staff.Id, cancellationToken);
        if (await wayIn.TryCodeAsync(member, code ?? "", cancellationToken) is { } refused)
        {
            return RefuseCode(refused, member, returnUrl);
        }

        await wayIn.LetInAsync(member);
        return SeeOther(StaffAddress.Local(returnUrl));
    }

    [HttpPost("/admin/sign-out")]
    [OpenToAnyone]
    public async Task<IActionResult> Leave()
    {
        if (staff.Session is { } session)
        {
            await sessions.EndAsync(session);
        }

        // What the browser knows of the person's device goes, too: a shared computer keeps nothing.
        Response.Headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
        StaffCookies.Delete(HttpContext, StaffCookies.Session);
        return SeeOther(StaffAddress.SignIn());
    }

    private ViewResult RefuseCode(CodeRefusal refused, StaffMember member, string? returnUrl)
    {
        if (refused.Wait is { } wait)
        {
            FaultTooSoon("code", wait);
        }
        else
        {
            Fault("code", T["Staff.Code.Wrong"]);
        }

        return View("Second", SecondFactorPage.For(T, member, returnUrl));
    }
}
