using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What a browser would not send, and what happens beside it. How a browser uses passkeys is tested with Chromium.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Enter = "/admin/sign-in/passkey";

    private readonly StaffSite site = new();
    private readonly SoftPasskey passkey = new();
    private StaffPerson person = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Origin => site.Site.Address.GetLeftPart(UriPartial.Authority);

    private string Host => site.Site.Address.Host;

    public async ValueTask InitializeAsync()
    {
        person = await site.NewReviewerAsync("a@passkeys.example", Cancel);
        var page = await person.Browser.GetAsync("/admin/account/factors");
        var (options, state) = await AskAsync(person.Browser, page, "/admin/account/passkeys");
        Assert.Equal("/admin/account/factors", (await person.Browser.SubmitAsync(page.Page, "/admin/account/passkeys", ("credential", passkey.Create(options, Origin, Host)), ("state", state))).Location);
    }

    [Fact]
    public async Task APasskey_LetsIn_AndEachAnswerOnce_HoweverItsSealIsSpelled()
    {
        var browser = site.NewVisitor(Cancel);
        var page = await browser.GetAsync("/admin/sign-in");
        var (options, state) = await AskAsync(browser, page, Enter);
        var answer = passkey.Sign(options, Origin, Host);
        Assert.Equal("/admin", (await browser.SubmitAsync(page.Page, Enter, ("credential", answer), ("state", state))).Location);

        foreach (var spelled in new[] { state, state + " ", " " + state, state + "=", state.Insert(8, "\n") })
        {
            Assert.Null((await site.NewVisitor(Cancel).SubmitAsync("/admin/sign-in", Enter, ("credential", answer), ("state", spelled))).Location);
        }
    }

    [Fact]
    public async Task AnAnswerOfAnotherPage_IsRefused_AlsoWhereTheRequestSaysThatItComesFromThere()
    {
        foreach (var origin in new[] { $"http://old.{Host}:{site.Site.Address.Port}", $"http://{Host}:1" })
        {
            var browser = site.NewVisitor(Cancel);
            var page = await browser.GetAsync("/admin/sign-in");
            var (options, state) = await AskAsync(browser, page, Enter);
            browser.Headers["Origin"] = origin;

            var relayed = await browser.SubmitAsync(page.Page, Enter, ("credential", passkey.Sign(options, origin, Host)), ("state", state));

            Assert.Null(relayed.Location);
            Assert.NotNull(relayed.Page.QuerySelector("#errors"));
        }
    }

    [Fact]
    public async Task WhoSignsIn_WhileTheyAreShutOut_StaysOut_AndUndoesNothing()
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var administrator = await site.NewAdministratorAsync("b@passkeys.example", Cancel);
        var context = ContextOf(services);
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var passkeys = services.GetRequiredService<StaffPasskeys>();
        var asked = await passkeys.AskAsync(null, context);
        var member = await passkeys.CheckAsync(passkey.Sign(asked.Options, Origin, Host), asked.State, context);

        // Between the proof and the session.
        Assert.Equal("/admin/users", (await administrator.Browser.SubmitAsync($"/admin/users/{person.Id}", $"/admin/users/{person.Id}/revoke", ("reason", "Left"))).Location);
        Assert.Equal("/admin/sign-in", await services.GetRequiredService<WayIn>().LetInAsync(member!, null));

        Assert.NotNull(await site.AskAsync(db => db.StaffMembers.Where(found => found.Id == person.Id).Select(found => found.RevokedAt).SingleAsync(Cancel)));
        Assert.Equal(0, await site.AskAsync(db => db.StaffSessions.CountAsync(session => session.StaffMemberId == person.Id, Cancel)));
        Assert.Equal(HttpStatusCode.OK, (await TryAsync()).Status);
    }

    [Fact]
    public async Task WhoIsLetInAgain_DoesNotComeInByThePasskeyOfBefore()
    {
        var administrator = await site.NewAdministratorAsync("b@passkeys.example", Cancel);
        var address = $"/admin/users/{person.Id}";
        await administrator.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "A stolen phone"));
        Assert.NotNull((await administrator.Browser.SubmitAsync(address, $"{address}/restore")).Page.QuerySelector("#link"));

        Assert.Null((await TryAsync()).Location);
    }

    [Fact]
    public async Task SigningIn_WritesNothingOfTheAccount_ThatChangedMeanwhile()
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = ContextOf(services);
        var passkeys = services.GetRequiredService<StaffPasskeys>();
        // The same scope read the account before: that is what it would write.
        await services.GetRequiredService<StaffAccounts>().GetAsync(person.Id, Cancel);
        await site.AskAsync(db => db.StaffMembers.Where(found => found.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.RevocationReason, "Left").SetProperty(found => found.PasswordHash, "another"), Cancel));

        var asked = await passkeys.AskAsync(null, context);
        Assert.NotNull(await passkeys.CheckAsync(passkey.Sign(asked.Options, Origin, Host), asked.State, context));

        var now = await site.AskAsync(db => db.StaffMembers.SingleAsync(found => found.Id == person.Id, Cancel));
        Assert.Equal(("Left", "another"), (now.RevocationReason, now.PasswordHash));
    }

    [Fact]
    public async Task WhoIsSignedOutMeanwhile_AddsNoPasskey_AndGetsNoRecoveryCodes()
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var session = await site.AskAsync(db => db.StaffSessions.SingleAsync(found => found.StaffMemberId == person.Id, Cancel));
        var accounts = services.GetRequiredService<StaffAccounts>();
        var member = await accounts.GetAsync(person.Id, Cancel);
        services.GetRequiredService<CurrentStaff>().Set(session, StaffAccess.Of(member));
        var (passkeys, context) = (services.GetRequiredService<StaffPasskeys>(), ContextOf(services));
        using var another = new SoftPasskey();
        var asked = await passkeys.AskForNewAsync(member, context);
        var made = another.Create(asked.Options, Origin, Host);
        await site.AskAsync(db => db.StaffSessions.ExecuteDeleteAsync(Cancel));

        Assert.Equal(FactorResult.Closed, await passkeys.AddAsync(member, made, asked.State, session, context));
        Assert.Equal(FactorResult.Closed, await passkeys.RemoveAsync(member, Convert.ToHexString(member.Passkeys.Single().CredentialId), session, Cancel));
        Assert.Equal(1, await site.AskAsync(db => db.StaffMembers.Where(found => found.Id == person.Id).SelectMany(found => found.Passkeys).CountAsync(Cancel)));
        Assert.Null(await accounts.NewRecoveryCodesAsync(person.Id, Cancel));
        Assert.False(await accounts.SetAuthenticatorAsync(member, [1, 2, 3], 1, session, Cancel));
        Assert.Equal(AccountResult.NotAllowed, await accounts.RenameAsync(member, "Somebody else", Cancel));
        Assert.Equal(person.Name, await site.AskAsync(db => db.StaffMembers.Where(found => found.Id == person.Id).Select(found => found.DisplayName).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task AWrongAnswer_SpendsNothing()
    {
        var browser = site.NewVisitor(Cancel);
        var page = await browser.GetAsync("/admin/sign-in");
        var (options, state) = await AskAsync(browser, page, Enter);

        Assert.Null((await browser.SubmitAsync(page.Page, Enter, ("credential", "{}"), ("state", state))).Location);

        Assert.Equal("/admin", (await browser.SubmitAsync(page.Page, Enter, ("credential", passkey.Sign(options, Origin, Host)), ("state", state))).Location);
    }

    [Fact]
    public async Task AnAnswerOfThisHostOverHttps_IsTaken_WhereAProxyEndsIt()
    {
        var browser = site.NewVisitor(Cancel);
        var page = await browser.GetAsync("/admin/sign-in");
        var (options, state) = await AskAsync(browser, page, Enter);

        Assert.Equal("/admin", (await browser.SubmitAsync(page.Page, Enter, ("credential", passkey.Sign(options, $"https://{site.Site.Address.Authority}", Host)), ("state", state))).Location);
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("signed out everywhere")]
    public async Task WhoSignsIn_WhileTheirPasskeyIsRemoved_OrEverybodyIsSignedOut_StaysOut(string how)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = ContextOf(services);
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var passkeys = services.GetRequiredService<StaffPasskeys>();
        var asked = await passkeys.AskAsync(null, context);
        var member = await passkeys.CheckAsync(passkey.Sign(asked.Options, Origin, Host), asked.State, context);

        // Between the proof and the session.
        var (page, action) = how == "removed" ? ("/admin/account/factors", "/admin/account/passkeys/remove") : ("/admin/account", "/admin/account/sign-out-everywhere");
        Assert.NotNull((await person.Browser.SubmitAsync(page, action)).Location);

        Assert.Equal("/admin/sign-in", await services.GetRequiredService<WayIn>().LetInAsync(member!, null));
    }

    [Theory]
    [InlineData("added")]
    [InlineData("removed")]
    [InlineData("authenticator")]
    public async Task AChangeOfAFactor_AndTheEndOfOtherSessions_AreOne(string how)
    {
        var other = person.Browser;
        await person.SignInAsync(anew: true);
        await using var scope = site.Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (accounts, passkeys, context) = (services.GetRequiredService<StaffAccounts>(), services.GetRequiredService<StaffPasskeys>(), ContextOf(services));
        var session = await site.AskAsync(db => db.StaffSessions.Where(found => found.StaffMemberId == person.Id).OrderByDescending(found => found.StartedAt).FirstAsync(Cancel));
        var member = await accounts.GetAsync(person.Id, Cancel);

        // What the pages do, and nothing after it.
        switch (how)
        {
            case "added":
                using (var another = new SoftPasskey())
                {
                    var asked = await passkeys.AskForNewAsync(member, context);
                    Assert.Equal(FactorResult.Done, await passkeys.AddAsync(member, another.Create(asked.Options, Origin, Host), asked.State, session, context));
                }

                break;
            case "removed":
                Assert.Equal(FactorResult.Done, await passkeys.RemoveAsync(member, Convert.ToHexString(member.Passkeys.Single().CredentialId), session, Cancel));
                break;
            default:
                Assert.True(await accounts.SetAuthenticatorAsync(member, [1, 2, 3], 1, session, Cancel));
                break;
        }

        Assert.Equal("/admin/sign-in", (await other.GetAsync("/admin")).Location);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task OneMoreThanCanBe_IsSaid()
    {
        for (var count = 1; count <= StaffPasskeys.MaxCount; count++)
        {
            using var another = new SoftPasskey();
            var page = await person.Browser.GetAsync("/admin/account/factors");
            var (options, state) = await AskAsync(person.Browser, page, "/admin/account/passkeys");
            var added = await person.Browser.SubmitAsync(page.Page, "/admin/account/passkeys", ("credential", another.Create(options, Origin, Host)), ("state", state));
            Assert.Equal(count < StaffPasskeys.MaxCount ? "/admin/account/factors" : null, added.Location);
            Assert.Equal(count == StaffPasskeys.MaxCount, added.Page.QuerySelector(".errors")?.Words().Contains("remove one first", StringComparison.Ordinal) is true);
        }
    }

    [Fact]
    public async Task WhoRemovesAPasskey_StaysKnownAtTheirBrowser()
    {
        await person.Browser.SubmitAsync("/admin/account/factors", "/admin/account/passkeys/remove");

        var device = person.Browser.Cookies[StaffCookies.Device];
        await using var scope = site.Site.Services.CreateAsyncScope();
        var context = ContextOf(scope.ServiceProvider);
        context.Request.Headers.Cookie = $"{StaffCookies.Device}={device}";
        Assert.NotNull(scope.ServiceProvider.GetRequiredService<KnownDevices>().Find(context, await scope.ServiceProvider.GetRequiredService<StaffAccounts>().GetAsync(person.Id, Cancel)));
    }

    public async ValueTask DisposeAsync()
    {
        passkey.Dispose();
        await site.DisposeAsync();
    }

    private DefaultHttpContext ContextOf(IServiceProvider services)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Scheme = site.Site.Address.Scheme;
        context.Request.Host = new(site.Site.Address.Authority);
        return context;
    }

    private async Task<Answer> TryAsync()
    {
        var browser = site.NewVisitor(Cancel);
        var page = await browser.GetAsync("/admin/sign-in");
        var (options, state) = await AskAsync(browser, page, Enter);
        return await browser.SubmitAsync(page.Page, Enter, ("credential", passkey.Sign(options, Origin, Host)), ("state", state));
    }

    private static async Task<(string Options, string State)> AskAsync(Visitor browser, Answer page, string action)
    {
        var token = page.Page.QuerySelector("input[name=__token]")!.GetAttribute("value")!;
        var asked = JsonNode.Parse((await browser.PostAsync($"{action}/options", ("__token", token))).Text)!;
        return ((string)asked["options"]!, (string)asked["state"]!);
    }
}
