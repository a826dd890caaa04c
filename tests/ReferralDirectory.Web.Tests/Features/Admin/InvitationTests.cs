using System.Net;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class InvitationTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALink_WorksOnce()
    {
        var link = await site.InviteAsync("a@staff.example", Cancel);
        await new StaffPerson(site, "a@staff.example", Cancel).SetUpAsync(link);

        var again = await site.NewVisitor(Cancel).GetAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal("This link cannot be used", again.Page.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task ALink_UsedByTwoAtOnce_LetsOneIn()
    {
        var link = await site.InviteAsync("a@staff.example", Cancel);
        var pages = new List<(Visitor Browser, Answer Page)>();
        for (var i = 0; i < 5; i++)
        {
            var browser = site.NewVisitor(Cancel);
            pages.Add((browser, await browser.GetAsync(link)));
        }

        var answers = await Task.WhenAll(pages.Select(item => item.Browser.SubmitAsync(item.Page.Page, link, ("name", "Night shift"), ("password", StaffPerson.Password))));

        Assert.Single(answers, answer => answer.Location == "/admin/set-up");
    }

    [Fact]
    public async Task ALink_EndsAfterSeventyTwoHours()
    {
        var link = await site.InviteAsync("a@staff.example", Cancel);
        site.Clock.Advance(StaffInvitation.Lifetime - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
    }

    [Fact]
    public async Task BeforeTheSecondFactor_NothingElseIsOpen_NotEvenAfterSigningInAgain()
    {
        var link = await site.InviteAsync("a@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator });
        var browser = site.NewVisitor(Cancel);
        await browser.SubmitAsync(link, link, ("name", "Night shift"), ("password", StaffPerson.Password));
        Assert.Equal("/admin/set-up", (await browser.GetAsync("/admin/users")).Location);

        var later = site.NewVisitor(Cancel);
        var signedIn = await later.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", "a@staff.example"), ("password", StaffPerson.Password));

        Assert.Equal("/admin/set-up", signedIn.Location);
        foreach (var page in new[] { "/admin", "/admin/users", "/admin/account", "/admin/confirm" })
        {
            Assert.Equal("/admin/set-up", (await later.GetAsync(page)).Location);
        }
    }

    [Fact]
    public async Task ABrowserLeftAtSettingUp_IsOut_OnceItsOwnerHasAFactorFromElsewhere()
    {
        var link = await site.InviteAsync("a@staff.example", Cancel);
        var left = site.NewVisitor(Cancel);
        await left.SubmitAsync(link, link, ("name", "Night shift"), ("password", StaffPerson.Password));
        var leftAt = await left.GetAsync("/admin/set-up");
        var own = site.NewVisitor(Cancel);
        await own.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", "a@staff.example"), ("password", StaffPerson.Password));
        var ownAt = await own.GetAsync("/admin/set-up");
        Assert.Equal(HttpStatusCode.OK, (await own.SubmitAsync(ownAt.Page, "/admin/set-up", ("code", CodeOf(ownAt)))).Status);

        var late = await left.SubmitAsync(leftAt.Page, "/admin/set-up", ("code", CodeOf(leftAt)));

        Assert.StartsWith("/admin/sign-in", late.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/admin")).Status);

        string CodeOf(Answer page) => AuthenticatorCodes.CodeAt(StaffPerson.KeyOf(page.Page.QuerySelector("#key").Words()), site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task ASignInThatBeganBeforeTheFirstFactor_SetsNoOther()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var late = site.NewVisitor(Cancel);
        var token = OneTimeSecret.NewToken();
        late.Cookies[StaffCookies.Session] = token;
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await site.AskAsync(async db =>
        {
            db.Add(new StaffSession { TokenHash = OneTimeSecret.Hash(token), StaffMemberId = person.Id, Stage = StaffSessionStage.SettingUp, StartedAt = now, SeenAt = now, ConfirmedAt = now });
            return await db.SaveChangesAsync(Cancel);
        });
        var page = await late.GetAsync("/admin/set-up");
        var key = StaffPerson.KeyOf(page.Page.QuerySelector("#key").Words());

        var answer = await late.SubmitAsync(page.Page, "/admin/set-up", ("code", AuthenticatorCodes.CodeAt(key, site.Clock.GetUtcNow())));

        Assert.Equal("/admin/sign-in", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/admin/account")).Status);
        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task AWrongCode_SetsNothingUp_AndKeepsTheSecret()
    {
        var link = await site.InviteAsync("a@staff.example", Cancel);
        var browser = site.NewVisitor(Cancel);
        await browser.SubmitAsync(link, link, ("name", "Night shift"), ("password", StaffPerson.Password));
        var page = await browser.GetAsync("/admin/set-up");
        var shown = page.Page.QuerySelector("#key").Words();

        var wrong = await browser.SubmitAsync(page.Page, "/admin/set-up", ("code", "000000"));

        Assert.Equal(shown, wrong.Page.QuerySelector("#key").Words());
        Assert.Contains("This code is wrong", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/admin/set-up", (await browser.GetAsync("/admin")).Location);
    }

    [Theory]
    [InlineData("short", "at least 15 characters")]
    [InlineData("passwordpassword", "first to be guessed")]
    [InlineData("aaaaaaaaaaaaaaaaaaa", "simple pattern")]
    [InlineData("night.shift@staff.example", "your name, your address")]
    public async Task AWeakPassword_IsRefused_AndTheNameStays(string password, string expected)
    {
        var link = await site.InviteAsync("night.shift@staff.example", Cancel);

        var answer = await site.NewVisitor(Cancel).SubmitAsync(link, link, ("name", "Night Shift"), ("password", password));

        Assert.Contains(expected, answer.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal("Night Shift", answer.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal("", answer.Page.QuerySelector("#password")!.GetAttribute("value") ?? "");
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
    }

    [Fact]
    public async Task ANewLink_ReplacesPasswordAndFactors_OnlyOnceItIsUsed()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var person = await site.NewReviewerAsync("b@staff.example", Cancel);
        var oldCodes = person.RecoveryCodes;
        var given = await administrator.Browser.SubmitAsync($"/admin/users/{person.Id}", $"/admin/users/{person.Id}/link");
        var link = new Uri(given.Page.QuerySelector("#link").Words()).AbsolutePath;
        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);
        var before = person.Browser;

        var anew = await new StaffPerson(site, person.Email, Cancel).SetUpAsync(link);

        Assert.Equal("/admin/sign-in", (await before.GetAsync("/admin")).Location);
        Assert.Equal(HttpStatusCode.OK, (await anew.Browser.GetAsync("/admin")).Status);
        var old = await person.SignInAsync(anew: true);
        Assert.Contains("This code is wrong", old.Text, StringComparison.Ordinal);
        Assert.Null((await person.Browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", oldCodes[0]))).Location);
    }

    [Fact]
    public async Task TheAdministrator_SeesTheLinkOnce_AndNoSecondInvitationOfAnAddress()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);

        var given = await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "new@staff.example"), ("administrator", "true"));
        var again = await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "NEW@staff.example "), ("administrator", "true"));

        Assert.StartsWith(site.Site.Address + "admin/invitation/", given.Page.QuerySelector("#link").Words(), StringComparison.Ordinal);
        Assert.Contains("Somebody with this address is on the list", again.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/invitation/", (await administrator.Browser.GetAsync("/admin/users")).Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
