using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class SignInTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Password_ThenCode_LeadsToTheOverview()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);

        var answer = await person.SignInAsync(anew: true);

        Assert.Equal("/admin", answer.Location);
        Assert.Equal("Overview", (await person.Browser.GetAsync("/admin")).Page.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task Password_Alone_OpensNothing()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var browser = site.NewVisitor(Cancel);
        await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));

        foreach (var page in new[] { "/admin", "/admin/account", "/admin/account/password", "/admin/set-up", "/admin/users" })
        {
            var answer = await browser.GetAsync(page);
            Assert.StartsWith("/admin/sign-in/second", answer.Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ACode_WorksOnce_EvenForTwoAtOnce()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var code = person.NextCode();
        var browsers = new List<(Visitor Browser, Answer Page)>();
        for (var i = 0; i < 4; i++)
        {
            var browser = site.NewVisitor(Cancel);
            await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
            browsers.Add((browser, await browser.GetAsync("/admin/sign-in/second")));
        }

        var answers = await Task.WhenAll(browsers.Select(item => item.Browser.SubmitAsync(item.Page.Page, "/admin/sign-in/second", ("code", code))));

        Assert.Single(answers, answer => answer.Location == "/admin");
        Assert.Equal(3, answers.Count(answer => answer.Text.Contains("was used already", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ARecoveryCode_StandsInForTheSecondFactor_Once()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        Assert.Equal(10, person.RecoveryCodes.Distinct().Count());
        var code = person.RecoveryCodes[3].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();

        Assert.Equal("/admin", (await WithCodeAsync(person, code)).Location);
        Assert.Null((await WithCodeAsync(person, code)).Location);
        var texts = Stored();
        Assert.DoesNotContain(person.RecoveryCodes, known => texts.Any(text => text.Contains(known, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Guessing_IsSlowedDown_ForUnknownNamesToo()
    {
        await site.NewReviewerAsync("a@staff.example", Cancel);
        foreach (var email in new[] { "a@staff.example", "nobody@staff.example" })
        {
            var answers = new List<Answer>();
            for (var i = 0; i < SlowDown.FreeForAccount + 1; i++)
            {
                answers.Add(await GuessAsync(site.NewVisitor(Cancel), email));
            }

            Assert.All(answers[..SlowDown.FreeForAccount], answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Status);
            Assert.InRange(int.Parse(answers[^1].Headers["Retry-After"].Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        }
    }

    [Fact]
    public async Task AFloodOfStrangers_DoesNotKeepOut_WhoUsedThisBrowserBefore()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        await person.Browser.PostAsync("/admin/nothing");
        person.Browser.Cookies.Remove(StaffCookies.Session);
        var turns = site.Site.Services.GetRequiredService<HashingTurns>();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        List<IDisposable> checking = [];
        for (var i = 0; i < HashingTurns.AtOnce; i++)
        {
            checking.Add(await turns.TakeAsync(isKnown: false, Cancel));
        }

        var waiting = Enumerable.Range(0, HashingTurns.MostWaiting).Select(_ => turns.TakeAsync(isKnown: false, ended.Token)).ToList();

        for (var i = 0; i < 2 * SlowDown.FreeForAddress; i++)
        {
            var refused = await GuessAsync(site.NewVisitor(Cancel), "a@staff.example");
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
            Assert.Equal("5", refused.Headers["Retry-After"].Single());
        }

        Assert.Equal("/admin", (await person.SignInAsync()).Location);

        // What was not looked at counts as no guess.
        await ended.CancelAsync();
        await Task.WhenAll(waiting.Select(turn => Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn)));
        checking.ForEach(turn => turn.Dispose());
        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task TheRealPerson_IsNotLockedOut_ByWhoeverGuesses()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        for (var i = 0; i < 12; i++)
        {
            await GuessAsync(site.NewVisitor(Cancel), person.Email);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(site.NewVisitor(Cancel), person.Email)).Status);
        // From the browser they know, at once.
        await person.Browser.PostAsync("/admin/nothing");
        person.Browser.Cookies.Remove(StaffCookies.Session);
        Assert.Equal("/admin", (await person.SignInAsync()).Location);
        // From any other after a minute at most.
        site.Clock.Advance(SlowDown.LongestWait);
        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task AStrangerAtTheSameAddress_KeepsNobodyOut_OfABrowserTheyUsedBefore()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        for (var i = 0; i < SlowDown.FreeForAddress + 6; i++)
        {
            await GuessAsync(site.NewVisitor(Cancel), $"made-up-{i}@staff.example");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(site.NewVisitor(Cancel), "another@staff.example")).Status);
        person.Browser.Cookies.Remove(StaffCookies.Session);
        Assert.Equal("/admin", (await person.SignInAsync()).Location);
    }

    [Fact]
    public async Task OnePatientAddress_KeepsNobodyOut_ElsewhereHoweverLongItGoesOn()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        using var client = site.Site.NewClient(new IPAddress([127, 0, 88, 1]));
        for (var i = 0; i < SlowDown.FreeForAccountFromEverywhere + 20; i++)
        {
            await GuessAsync(new Visitor(client, Cancel), person.Email);
            site.Clock.Advance(SlowDown.LongestWait);
        }

        await GuessAsync(new Visitor(client, Cancel), person.Email);
        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task GuessesFromElsewhere_SlowDownNobodyHere_UnlessTheyComeFromEverywhere()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        for (byte from = 1; from <= 9; from++)
        {
            using var client = site.Site.NewClient(new IPAddress([127, 0, 88, from]));
            for (var i = 0; i < SlowDown.FreeForAccount + 1; i++)
            {
                await GuessAsync(new Visitor(client, Cancel), person.Email);
            }
        }

        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);

        for (byte from = 11; from <= 21; from++)
        {
            using var client = site.Site.NewClient(new IPAddress([127, 0, 88, from]));
            for (var i = 0; i < SlowDown.FreeForAccount; i++)
            {
                await GuessAsync(new Visitor(client, Cancel), person.Email);
            }
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await person.SignInAsync(anew: true)).Status);
        site.Clock.Advance(SlowDown.LongestWait);
        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task ManyGuessesAtOnce_GainNothing()
    {
        await site.NewReviewerAsync("a@staff.example", Cancel);
        var browsers = new List<(Visitor Browser, Answer Page)>();
        for (var i = 0; i < 20; i++)
        {
            var browser = site.NewVisitor(Cancel);
            browsers.Add((browser, await browser.GetAsync("/admin/sign-in")));
        }

        var answers = await Task.WhenAll(browsers.Select(item => item.Browser.SubmitAsync(item.Page.Page, "/admin/sign-in", ("email", "a@staff.example"), ("password", "wrong wrong wrong"))));

        Assert.Equal(SlowDown.FreeForAccount, answers.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task CodesToo_AreSlowedDown()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var browser = site.NewVisitor(Cancel);
        await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
        Answer answer = null!;
        for (var i = 0; i < SlowDown.FreeForAccount + 1; i++)
        {
            answer = await browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", "000000"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.True(answer.Headers.Contains("Retry-After"));
    }

    [Theory, Trait("Database", "Either")]
    [InlineData("/admin/account", "/admin/account")]
    [InlineData("/admin/account?x=1", "/admin/account?x=1")]
    [InlineData("https://evil.example/", "/admin")]
    [InlineData("//evil.example/admin", "/admin")]
    [InlineData("/\\evil.example", "/admin")]
    [InlineData("/admin\\..\\evil", "/admin")]
    [InlineData("/administrator.evil.example", "/admin")]
    [InlineData("javascript:alert(1)", "/admin")]
    [InlineData("/en/russian-federation", "/admin")]
    [InlineData("/admin/\r\nSet-Cookie: a=b", "/admin")]
    public async Task ReturnUrl_LeadsNowhereButTheAdminArea(string returnUrl, string expected)
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var browser = site.NewVisitor(Cancel);
        var first = await browser.SubmitAsync($"/admin/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password), ("returnUrl", returnUrl));
        var last = await browser.SubmitAsync(first.Location!, "/admin/sign-in/second", ("code", person.NextCode()), ("returnUrl", returnUrl));

        Assert.Equal(expected, last.Location);
    }

    [Fact]
    public async Task NoPassword_OrSecret_StandsInTheDatabase()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);

        var member = await site.AskAsync(db => db.StaffMembers.SingleAsync(Cancel));
        Assert.DoesNotContain(AuthenticatorCodes.Spell(person.Key), member.AuthenticatorKey, StringComparison.OrdinalIgnoreCase);
        Assert.All(Stored(), text =>
        {
            Assert.DoesNotContain(StaffPerson.Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Browser.Cookies[StaffCookies.Session], text, StringComparison.Ordinal);
        });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private IReadOnlyList<string> Stored()
    {
        var texts = StoredTexts.In(site.Site.DatabasePath);
        Assert.Contains(texts, text => text.Contains("a@staff.example", StringComparison.Ordinal));
        return texts;
    }

    private static Task<Answer> GuessAsync(Visitor browser, string email) =>
        browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", email), ("password", "guess guess guess"));

    private async Task<Answer> WithCodeAsync(StaffPerson person, string code)
    {
        var browser = site.NewVisitor(Cancel);
        await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
        return await browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", code));
    }
}
