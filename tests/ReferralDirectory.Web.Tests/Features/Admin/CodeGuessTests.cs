using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Somebody has a password of staff, and guesses at the codes.</summary>
public sealed class CodeGuessTests : IAsyncDisposable
{
    private const string Second = "/admin/sign-in/second";

    private readonly StaffSite site = new();
    private readonly HttpClient elsewhere;

    public CodeGuessTests() => elsewhere = site.Site.NewClient(new IPAddress([127, 0, 87, 200]));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TenWrongCodes_EndTheWayIn_AndTheNextTenWaitLonger()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var thief = NewThief();

        var ended = await GuessAsync(thief, person, WrongCodes.InARow);

        Assert.Equal("/admin/sign-in?wrongCodes=true", ended.Location);
        Assert.StartsWith("/admin/sign-in", (await thief.GetAsync(Second)).Location, StringComparison.Ordinal);
        Assert.Contains("10 codes in a row were wrong", (await thief.GetAsync(ended.Location!)).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        await GuessAsync(thief, person, WrongCodes.InARow);
        await GuessAsync(thief, person, WrongCodes.InARow);
        await EnterPasswordAsync(thief, person);
        var waits = await CodeAsync(thief, person.NextCode());
        Assert.Equal(HttpStatusCode.TooManyRequests, waits.Status);
        Assert.Contains("Wait 2 min. Without waiting you can use a recovery code", waits.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.InRange(int.Parse(waits.Headers["Retry-After"].Single(), CultureInfo.InvariantCulture), 61, 90);
    }

    [Fact]
    public async Task TheOwner_GetsIn_ByAKnownBrowser_ARecoveryCode_OrANewPassword_AndIsTold()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        for (var round = 0; round < 5; round++)
        {
            await GuessAsync(NewThief(), person, WrongCodes.InARow);
        }

        var stranger = site.NewVisitor(Cancel);
        await EnterPasswordAsync(stranger, person);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await CodeAsync(stranger, person.NextCode())).Status);
        site.Clock.Advance(SlowDown.LongestWait);
        Assert.Equal("/admin", (await CodeAsync(stranger, person.RecoveryCodes[0])).Location);
        Assert.Contains("Somebody tried to sign in as you", (await stranger.GetAsync("/admin")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);

        person.Browser.Cookies.Remove(StaffCookies.Session);
        Assert.Equal("/admin", (await person.SignInAsync()).Location);
        await person.Browser.SubmitAsync("/admin/account/password", "/admin/account/password", ("password", "another lantern 42 sleeps quietly"));
        Assert.DoesNotContain("Somebody tried", (await person.Browser.GetAsync("/admin")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        var anywhere = site.NewVisitor(Cancel);
        await anywhere.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", "another lantern 42 sleeps quietly"));
        Assert.Equal("/admin", (await CodeAsync(anywhere, person.NextCode())).Location);
    }

    [Fact]
    public async Task CodesFromManyAddresses_AreCountedTogether_AndRecorded()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        Answer last = null!;
        for (byte from = 1; from <= WrongCodes.InARow; from++)
        {
            using var client = site.Site.NewClient(new IPAddress([127, 0, 87, from]));
            var thief = new Visitor(client, Cancel);
            await EnterPasswordAsync(thief, person);
            last = await CodeAsync(thief, "000000");
        }

        Assert.StartsWith("/admin/sign-in?wrongCodes", last.Location, StringComparison.Ordinal);
        await site.Site.Services.GetRequiredService<GuessRecord>().WrittenAsync();
        Assert.Equal(nameof(GuessedAt.Code), await site.AskAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == person.Id && entry.Action == AuditAction.SlowedDown).Select(entry => entry.Detail).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task TheOwner_IsToldFirst_WhateverPageTheyWant_UnlessWhatTheyTypedWaits()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        await GuessAsync(NewThief(), person, WrongCodes.InARow);

        Assert.Equal("/admin", await SignInToAsync(person, "/admin/account"));
        Assert.Equal("/admin/account", await SignInToAsync(person, "/admin/account"));

        site.Clock.Advance(TimeSpan.FromHours(2));
        await GuessAsync(NewThief(), person, WrongCodes.InARow);
        var kept = $"/admin/account/name?{KeptForms.Parameter}={Guid.NewGuid()}";
        Assert.Equal(kept, await SignInToAsync(person, kept));
        Assert.Contains("Somebody tried to sign in as you", (await person.Browser.GetAsync("/admin")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheWait_DoublesUpToAnHour_AndManyAtOnceGainNothing()
    {
        var codes = new WrongCodes(site.Clock, new CountedOutbox());
        var waits = new List<double>();
        for (var ten = 0; ten < 9; ten++)
        {
            var begun = Enumerable.Range(0, 30).AsParallel().Select(_ => codes.Begin("somebody")).ToList();
            Assert.Equal((WrongCodes.InARow, 1), (begun.Count(code => code.Wait is null), begun.Count(code => code.IsLast)));
            waits.Add(Math.Round(codes.Begin("somebody").Wait!.Value.TotalMinutes, 1));
            Assert.Null(codes.Begin($"else {ten}").Wait);
            site.Clock.Advance(codes.Begin("somebody").Wait!.Value);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
        codes.Right("somebody");
        Assert.False(codes.Begin("somebody").IsLast);
    }

    public ValueTask DisposeAsync()
    {
        elsewhere.Dispose();
        return site.DisposeAsync();
    }

    private Visitor NewThief() => new(elsewhere, Cancel);

    private static Task<Answer> CodeAsync(Visitor browser, string code) => browser.SubmitAsync(Second, Second, ("code", code));

    // Both steps wait for the address.
    private async Task EnterPasswordAsync(Visitor browser, StaffPerson person)
    {
        site.Clock.Advance(SlowDown.LongestWait);
        Assert.Equal(Second, (await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password))).Location);
        site.Clock.Advance(SlowDown.LongestWait);
    }

    // As patiently as they must.
    private async Task<Answer> GuessAsync(Visitor browser, StaffPerson person, int codes)
    {
        await EnterPasswordAsync(browser, person);
        Answer answer = null!;
        for (var tried = 0; tried < codes;)
        {
            answer = await CodeAsync(browser, "000000");
            if (answer.Status == HttpStatusCode.TooManyRequests)
            {
                site.Clock.Advance(TimeSpan.FromSeconds(int.Parse(answer.Headers["Retry-After"].Single(), CultureInfo.InvariantCulture)));
            }
            else
            {
                tried++;
            }
        }

        await site.Site.Services.GetRequiredService<GuessRecord>().WrittenAsync();
        return answer;
    }

    private static async Task<string?> SignInToAsync(StaffPerson person, string page)
    {
        person.Browser.Cookies.Remove(StaffCookies.Session);
        var first = await person.Browser.SubmitAsync($"/admin/sign-in?returnUrl={Uri.EscapeDataString(page)}", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password), ("returnUrl", page));
        return (await person.Browser.SubmitAsync(first.Location!, Second, ("code", person.NextCode()), ("returnUrl", page))).Location;
    }
}
