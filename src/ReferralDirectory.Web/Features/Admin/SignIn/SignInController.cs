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
    public IActionResult Show(string? returnUrl, bool wrongCodes) =>
        staff.IsSignedIn ? SeeOther(StaffAddress.Local(returnUrl)) : View(SignInPage.For(T, returnUrl) with { HadWrongCodes = wrongCodes });

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
        else if (await accounts.CheckPasswordAsync(member, password ?? "", attempt.IsKnown, cancellationToken))
        {
            wayIn.Succeeded(attempt);
            return SeeOther(!await sessions.StartAsync(HttpContext, member!, member!.HasSecondFactor ? StaffSessionStage.Password : StaffSessionStage.SettingUp) ? StaffAddress.SignIn(returnUrl)
                : member.HasSecondFactor ? StaffAddress.SecondFactor(returnUrl) : StaffAddress.SetUp);
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

    // Nobody can guess a passkey, so that nobody waits: a limit would only let strangers keep people out.
    [HttpPost("/admin/sign-in/passkey")]
    [OpenToAnyone]
    public async Task<IActionResult> EnterByPasskey(string? credential, string? state, string? returnUrl)
    {
        if (await passkeys.CheckAsync(credential ?? "", state ?? "", HttpContext) is { } member)
        {
            return SeeOther(await wayIn.LetInAsync(member, returnUrl));
        }

        Fault("", T["Staff.Passkey.Failed"]);
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
            return await RefuseCodeAsync(refused, member, returnUrl);
        }

        return SeeOther(await wayIn.LetInAsync(member, returnUrl));
    }

    // Whose session has ended has a page whose token is good no more, and wants to leave nothing behind all the same.
    [HttpPost("/admin/sign-out")]
    [OpenToAnyone]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Leave()
    {
        if (staff.Session is { } session)
        {
            if (!await IsBoundAsync())
            {
                return BadRequest();
            }

            await accounts.SignOutAsync(session);
        }

        // Cookies do not come along from other sites: these could sign nobody out. What the browser knows of the person's device goes,
        // too: a shared computer keeps nothing.
        if (Request.Cookies.Count > 0)
        {
            Response.Headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
            StaffCookies.Delete(HttpContext, StaffCookies.Session);
        }

        return SeeOther(StaffAddress.SignIn());
    }

    private async Task<IActionResult> RefuseCodeAsync(CodeRefusal refused, StaffMember member, string? returnUrl)
    {
        if (refused.Ends)
        {
            await sessions.EndAsync(staff.Session!);
            StaffCookies.Delete(HttpContext, StaffCookies.Session);
            return SeeOther(StaffAddress.SignInAfterWrongCodes(returnUrl));
        }

        FaultCode("code", refused);
        return View("Second", SecondFactorPage.For(T, member, returnUrl));
    }
}
