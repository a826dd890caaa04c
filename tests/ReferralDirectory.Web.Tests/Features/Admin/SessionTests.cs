using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class SessionTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin/sign-out")]
    [InlineData("/admin/account/sign-out-everywhere")]
    public async Task SigningOut_EndsTheSession_AlsoWhereItCannotBeRecorded(string address)
    {
        var person = await site.NewReviewerAsync("leaving@session.example", Cancel);
        var page = (await person.Browser.GetAsync("/admin/account")).Page;
        // As when somebody tampered with the log: nothing more is written to it.
        await site.AskAsync(db => db.AuditHeads.ExecuteDeleteAsync(Cancel));

        Assert.Equal(HttpStatusCode.SeeOther, (await person.Browser.SubmitAsync(page, address)).Status);
        Assert.Equal(0, await site.AskAsync(db => db.StaffSessions.CountAsync(session => session.StaffMemberId == person.Id, Cancel)));
    }

    [Fact]
    public async Task EveryCookie_IsForThisHostAlone_AndForNoScript()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        await person.Browser.SubmitAsync("/admin", "/admin/language", ("language", "ru"));

        Assert.Equal([StaffCookies.Device, StaffCookies.Form, StaffCookies.Language, StaffCookies.Session], person.Browser.Cookies.Keys.Order(StringComparer.Ordinal));
        Assert.All(person.Browser.SetCookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            var attributes = cookie.Split("; ")[1..].Select(attribute => attribute.ToLowerInvariant()).ToList();
            Assert.Contains("secure", attributes);
            Assert.Contains("httponly", attributes);
            Assert.Contains("samesite=strict", attributes);
            Assert.Contains("path=/", attributes);
            Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("domain", StringComparison.Ordinal));
        });
        // The session ends with the browser.
        Assert.DoesNotContain(person.Browser.SetCookies, cookie => cookie.StartsWith(StaffCookies.Session, StringComparison.Ordinal) && cookie.Contains("max-age", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ASession_EndsAfterThirtyMinutesWithoutARequest()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        site.Clock.Advance(TimeSpan.FromMinutes(28));
        Assert.True(await IsInAsync(person.Browser));
        site.Clock.Advance(TimeSpan.FromMinutes(28));
        Assert.True(await IsInAsync(person.Browser));

        site.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.False(await IsInAsync(person.Browser));
    }

    [Fact]
    public async Task ASession_EndsAfterEightHours_HoweverBusy()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        for (var minutes = 0; minutes < 460; minutes += 20)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await IsInAsync(person.Browser));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.False(await IsInAsync(person.Browser));
    }

    [Fact]
    public async Task EachStepIn_GetsANewToken_AndTheOldOneIsDead()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var browser = site.NewVisitor(Cancel);
        browser.Cookies[StaffCookies.Session] = "planted-by-somebody";
        await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
        var afterPassword = browser.Cookies[StaffCookies.Session];
        await browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", person.NextCode()));
        var afterCode = browser.Cookies[StaffCookies.Session];

        Assert.Equal(3, new[] { "planted-by-somebody", afterPassword, afterCode }.Distinct().Count());
        foreach (var token in new[] { "planted-by-somebody", afterPassword })
        {
            var thief = site.NewVisitor(Cancel);
            thief.Cookies[StaffCookies.Session] = token;
            Assert.Equal("/admin/sign-in", (await thief.GetAsync("/admin")).Location);
        }

        Assert.True(await IsInAsync(browser));
    }

    [Fact]
    public async Task SignOut_KillsTheToken_AndClearsTheBrowser()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var stolen = person.Browser.Cookies[StaffCookies.Session];

        var answer = await person.Browser.SubmitAsync("/admin", "/admin/sign-out");

        Assert.Equal("\"cookies\", \"storage\"", answer.Headers["Clear-Site-Data"].Single());
        var thief = site.NewVisitor(Cancel);
        thief.Cookies[StaffCookies.Session] = stolen;
        Assert.False(await IsInAsync(thief));
    }

    [Fact]
    public async Task SignOut_AfterTheSessionEnded_ClearsTheBrowserAllTheSame()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = (await person.Browser.GetAsync("/admin")).Page;
        site.Clock.Advance(StaffSession.IdleLimit);

        var answer = await person.Browser.SubmitAsync(page, "/admin/sign-out");

        Assert.Equal((HttpStatusCode.SeeOther, "/admin/sign-in"), (answer.Status, answer.Location));
        Assert.Equal("\"cookies\", \"storage\"", answer.Headers["Clear-Site-Data"].Single());
        Assert.DoesNotContain(StaffCookies.Session, person.Browser.Cookies.Keys);
    }

    [Fact]
    public async Task SignOut_SentByAnotherSite_SignsNobodyOut_AndClearsNothing()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);

        // Where the browser's cookies come along, as they do from a neighbouring host; and where they do not.
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Browser.PostAsync("/admin/sign-out")).Status);
        var without = await site.NewVisitor(Cancel).PostAsync("/admin/sign-out");

        Assert.True(await IsInAsync(person.Browser));
        Assert.Equal("/admin/sign-in", without.Location);
        Assert.Empty(without.Headers["Clear-Site-Data"]);
        Assert.Empty(without.Headers["Set-Cookie"]);
    }

    [Fact]
    public async Task SignOut_IsAForm_AndNoLink()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, (await person.Browser.GetAsync("/admin/sign-out")).Status);
        Assert.True(await IsInAsync(person.Browser));
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEverySessionOfThePerson_AndNobodyElses()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var other = await site.NewReviewerAsync("b@staff.example", Cancel);
        var first = person.Browser;
        await person.SignInAsync(anew: true);

        await person.Browser.SubmitAsync("/admin/account", "/admin/account/sign-out-everywhere");

        Assert.False(await IsInAsync(first));
        Assert.False(await IsInAsync(person.Browser));
        Assert.True(await IsInAsync(other.Browser));
    }

    [Fact]
    public async Task WhatIsTakenAway_IsGoneAtTheNextRequest()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var second = await site.NewAdministratorAsync("b@staff.example", Cancel);
        Assert.Equal(HttpStatusCode.OK, (await second.Browser.GetAsync("/admin/users")).Status);

        var grants = (await administrator.Browser.GetAsync($"/admin/users/{second.Id}")).Page.QuerySelector($"form[action='/admin/users/{second.Id}']")!;
        await administrator.Browser.PostAsync($"/admin/users/{second.Id}", Visitor.Fields(grants).Where(field => field.Name != "administrator"));
        Assert.Equal(HttpStatusCode.Forbidden, (await second.Browser.GetAsync("/admin/users")).Status);

        await administrator.Browser.SubmitAsync($"/admin/users/{second.Id}", $"/admin/users/{second.Id}/revoke", ("reason", "Left the organisation"));
        Assert.False(await IsInAsync(second.Browser));
        Assert.Null((await second.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task AChangeOfAnAccount_AsksAgainWhoItIs_AfterTenMinutes()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/admin/account/password")).Status);
        site.Clock.Advance(StaffSession.FreshFor);

        var asked = await person.Browser.GetAsync("/admin/account/password");
        Assert.Equal("/admin/confirm?returnUrl=%2Fadmin%2Faccount%2Fpassword", asked.Location);
        var wrong = await person.Browser.SubmitAsync(asked.Location!, "/admin/confirm", ("password", StaffPerson.Password), ("code", "000000"));
        Assert.Null(wrong.Location);
        Assert.NotNull((await person.Browser.GetAsync("/admin/account/password")).Location);
        var right = await person.Browser.SubmitAsync(asked.Location!, "/admin/confirm", ("password", StaffPerson.Password), ("code", person.NextCode()));

        Assert.Equal("/admin/account/password", right.Location);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/admin/account/password")).Status);
    }

    [Fact]
    public async Task ANewPassword_EndsTheOtherSessions_AndMakesKnownBrowsersStrangers()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var other = person.Browser;
        await person.SignInAsync(anew: true);

        var saved = await person.Browser.SubmitAsync("/admin/account/password", "/admin/account/password", ("password", "violet harbour 9 counts slowly"));

        Assert.Equal("/admin/account", saved.Location);
        Assert.True(await IsInAsync(person.Browser));
        Assert.False(await IsInAsync(other));
        Assert.Null((await person.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task PublicPages_SetNoCookie_AndDoNotLookAtAny()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var before = person.Browser.SetCookies.Count;

        var withCookies = await person.Browser.GetAsync("/en/russian-federation");
        var without = await site.NewVisitor(Cancel).GetAsync("/en/russian-federation");

        Assert.Equal(without.Text, withCookies.Text);
        Assert.Equal(before, person.Browser.SetCookies.Count);
        Assert.DoesNotContain(withCookies.Headers["Vary"], value => value.Contains("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task<bool> IsInAsync(Visitor browser) => (await browser.GetAsync("/admin")).Status == HttpStatusCode.OK;
}
