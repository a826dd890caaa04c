using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class UsersTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnInvitationWithoutARole_IsNotMade_AndTheAddressStays()
    {
        var administrator = await site.NewAdministratorAsync("administrator@staff.example", Cancel);

        var refused = await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "new@staff.example"));

        Assert.Contains("Choose at least one role", refused.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal("new@staff.example", refused.Page.GetElementById("email")!.GetAttribute("value"));
        Assert.Equal(1, await site.AskAsync(db => db.StaffMembers.CountAsync(Cancel)));
    }

    [Fact]
    public async Task TheLastAdministrator_CannotBeShutOut_NorLoseTheRole()
    {
        var only = await site.NewAdministratorAsync("a@staff.example", Cancel);
        await site.InviteAsync("invited@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator });
        await LeaveAtSetUpAsync("left@staff.example", new StaffGrant { Role = StaffRole.Administrator });

        var revoked = await only.Browser.SubmitAsync($"/admin/users/{only.Id}", $"/admin/users/{only.Id}/revoke", ("reason", "test"));
        var page = await only.Browser.GetAsync($"/admin/users/{only.Id}");
        page.Page.QuerySelector("#administrator")!.RemoveAttribute("checked");
        var granted = await only.Browser.SubmitAsync(page.Page, $"/admin/users/{only.Id}");

        Assert.Contains("only administrator", revoked.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Contains("only administrator", granted.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await only.Browser.GetAsync("/admin/users")).Status);
    }

    [Fact]
    public async Task TwoAdministrators_ShuttingEachOtherOutAtOnce_LeaveOne()
    {
        var first = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var second = await site.NewAdministratorAsync("b@staff.example", Cancel);
        var ofFirst = await first.Browser.GetAsync($"/admin/users/{second.Id}");
        var ofSecond = await second.Browser.GetAsync($"/admin/users/{first.Id}");

        await Task.WhenAll(
            first.Browser.SubmitAsync(ofFirst.Page, $"/admin/users/{second.Id}/revoke", ("reason", "race")),
            second.Browser.SubmitAsync(ofSecond.Page, $"/admin/users/{first.Id}/revoke", ("reason", "race")));

        Assert.Equal(1, await site.AskAsync(db => db.StaffMembers.CountAsync(member => member.RevokedAt == null, Cancel)));
    }

    [Fact]
    public async Task ShuttingOut_NeedsAReason_AndShowsIt()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var person = await site.NewReviewerAsync("b@staff.example", Cancel);
        var address = $"/admin/users/{person.Id}";

        var without = await administrator.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "  "));
        Assert.Contains("Say why", without.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        await administrator.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "Left in May"));

        Assert.Contains("Shut out: Left in May", (await administrator.Browser.GetAsync("/admin/users")).Page.Body.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LettingInAgain_GivesBackNothingOfBefore_ButALink()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var person = await site.NewReviewerAsync("b@staff.example", Cancel);
        var address = $"/admin/users/{person.Id}";
        var code = person.RecoveryCodes[0];
        await administrator.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "A stolen phone"));

        var made = await administrator.Browser.SubmitAsync(address, $"{address}/restore");

        // Whoever has the phone and the password.
        Assert.Null((await person.SignInAsync(anew: true)).Location);
        Assert.Equal(0, await site.AskAsync(db => db.StaffRecoveryCodes.CountAsync(found => found.StaffMemberId == person.Id, Cancel)));
        var member = await site.AskAsync(db => db.StaffMembers.Include(found => found.Passkeys).SingleAsync(found => found.Id == person.Id, Cancel));
        Assert.Equal((null, false), (member.PasswordHash, member.HasSecondFactor));
        Assert.Contains("Hand it over yourself", made.Text, StringComparison.Ordinal);
        await person.SetUpAsync(new Uri(made.Page.QuerySelector("#link").Words()).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/admin/review")).Status);
        person.Browser.Cookies.Clear();
        await person.Browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
        Assert.Null((await person.Browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", code))).Location);
    }

    [Fact]
    public async Task LettingIn_WhoIsNotShutOut_TakesNothingFromThem()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var person = await site.NewReviewerAsync("b@staff.example", Cancel);
        var page = (await administrator.Browser.GetAsync($"/admin/users/{person.Id}")).Page;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Browser.PostAsync($"/admin/users/{person.Id}/restore", Visitor.Fields(page.QuerySelector("form[action$='/link']")!))).Status);
        Assert.Equal("/admin", (await person.SignInAsync(anew: true)).Location);
    }

    [Fact]
    public async Task Grants_AreSavedAsTicked_AndEffectiveAtOnce()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var person = await site.NewEditorAsync("b@staff.example", Cancel);
        var address = $"/admin/users/{person.Id}";
        var page = await administrator.Browser.GetAsync(address);
        var country = page.Page.QuerySelector("input[name=countries]")!.GetAttribute("value")!;

        await administrator.Browser.SubmitAsync(page.Page, address, ("administrator", "true"), ("countries", country));

        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/admin/users")).Status);
        var grants = await site.AskAsync(db => db.StaffGrants.Where(grant => grant.StaffMemberId == person.Id).ToListAsync(Cancel));
        Assert.Equal([StaffRole.Editor, StaffRole.Reviewer, StaffRole.Administrator], grants.Select(grant => grant.Role).Order());
    }

    [Fact]
    public async Task ARoleTakenAwayMeanwhile_IsNotGivenBack_ByAPageOfBefore()
    {
        var (administrator, person, page) = await WithAPageOfBeforeAsync();
        var address = $"/admin/users/{person.Id}";

        var late = await administrator.Browser.SubmitAsync(page.Page, address, ("administrator", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Now they are: none.", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.True(late.Page.QuerySelector<IHtmlInputElement>("#administrator")!.IsChecked);
        Assert.Empty(await GrantsAsync());

        // Once they were told, it is theirs to decide.
        Assert.Equal(address, (await administrator.Browser.SubmitAsync(late.Page, address)).Location);
        Assert.Equal([StaffRole.Reviewer, StaffRole.Administrator], (await GrantsAsync()).Order());

        Task<List<StaffRole>> GrantsAsync() => site.AskAsync(db => db.StaffGrants.Where(grant => grant.StaffMemberId == person.Id).Select(grant => grant.Role).ToListAsync(Cancel));
    }

    [Fact]
    public async Task ARoleTakenAway_WhileTheFormAskedAgainWhoItIs_IsNotGivenBack()
    {
        var (administrator, person, page) = await WithAPageOfBeforeAsync();
        var address = $"/admin/users/{person.Id}";
        site.Clock.Advance(StaffSession.FreshFor);

        var asked = await administrator.Browser.SubmitAsync(page.Page, address);
        var confirmed = await administrator.Browser.SubmitAsync(asked.Location!, "/admin/confirm", ("password", StaffPerson.Password), ("code", administrator.NextCode()));
        var shown = await administrator.Browser.GetAsync(confirmed.Location!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Browser.SubmitAsync(shown.Page, address)).Status);
    }

    [Fact]
    public async Task AnOpenLink_IsShown_AndEnds_WithANewPassword_AndWhenOneSignsOutEverywhere()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var person = await site.NewReviewerAsync("c@staff.example", Cancel);
        var address = $"/admin/users/{person.Id}";

        var link = await LinkAsync();
        Assert.Contains("A link to set this account up is open until", (await administrator.Browser.GetAsync(address)).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("/admin/account", (await person.Browser.SubmitAsync("/admin/account/password", "/admin/account/password", ("password", "another lantern 42 sleeps loudly"))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
        Assert.DoesNotContain("A link to set this account up", (await administrator.Browser.GetAsync(address)).Page.QuerySelector("main").Words(), StringComparison.Ordinal);

        link = await LinkAsync();
        await person.Browser.SubmitAsync("/admin/account", "/admin/account/sign-out-everywhere");
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor(Cancel).GetAsync(link)).Status);

        async Task<string> LinkAsync()
        {
            var made = await administrator.Browser.SubmitAsync(address, $"{address}/link");
            var shown = new Uri(made.Page.QuerySelector("#link")!.TextContent);
            Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(shown.AbsolutePath)).Status);
            return shown.AbsolutePath;
        }
    }

    [Fact]
    public async Task TheOverview_SaysWhereOneReviewerIsTooFew_ToWhomItConcerns()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var reviewer = await site.NewReviewerAsync("b@staff.example", Cancel);
        Assert.Contains("fewer than two reviewers: Russian Federation", await OverviewOfAsync(administrator), StringComparison.Ordinal);
        var country = await site.AskAsync(db => db.Countries.Select(country => country.Id).SingleAsync(Cancel));
        var another = await site.NewCountryAsync("Elsewhere", Cancel);
        var elsewhere = await site.NewPersonAsync("c@staff.example", Cancel, new StaffGrant { Role = StaffRole.Reviewer, CountryId = another });

        // Somebody who stopped before the second factor reviews nothing.
        await LeaveAtSetUpAsync("left@staff.example", new StaffGrant { Role = StaffRole.Reviewer, CountryId = country });
        // Two reviewers now, but of two countries.
        Assert.Contains("fewer than two reviewers: Elsewhere, Russian Federation", await OverviewOfAsync(administrator), StringComparison.Ordinal);
        Assert.Contains("fewer than two reviewers: Russian Federation", await OverviewOfAsync(reviewer), StringComparison.Ordinal);
        await site.NewPersonAsync("d@staff.example", Cancel, new StaffGrant { Role = StaffRole.Reviewer, CountryId = country });

        Assert.DoesNotContain("fewer than two reviewers", await OverviewOfAsync(reviewer), StringComparison.Ordinal);
        Assert.Contains("fewer than two reviewers: Elsewhere", await OverviewOfAsync(elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOverview_TellsTheOnlyAdministrator_AndNobodyElse()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var reviewer = await site.NewReviewerAsync("b@staff.example", Cancel);
        Assert.Contains("You are the only administrator", await OverviewOfAsync(administrator), StringComparison.Ordinal);
        Assert.DoesNotContain("only administrator", await OverviewOfAsync(reviewer), StringComparison.Ordinal);
        await LeaveAtSetUpAsync("left@staff.example", new StaffGrant { Role = StaffRole.Administrator });
        Assert.Contains("You are the only administrator", await OverviewOfAsync(administrator), StringComparison.Ordinal);
        await site.NewAdministratorAsync("c@staff.example", Cancel);

        Assert.DoesNotContain("only administrator", await OverviewOfAsync(administrator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLanguage_IsTheBrowsers_ThenTheChosenOne_AndStaysWithTheAccount()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var stranger = site.NewVisitor(Cancel);
        stranger.Headers["Accept-Language"] = "ru-RU,ru;q=0.9";
        Assert.Equal("Вход", (await stranger.GetAsync("/admin/sign-in")).Page.QuerySelector("h1").Words());

        await person.Browser.SubmitAsync("/admin/account", "/admin/language", ("language", "ru"));
        Assert.Equal("Обзор", (await person.Browser.GetAsync("/admin")).Page.QuerySelector("h1").Words());
        await person.SignInAsync(anew: true);

        Assert.Equal("ru", (await person.Browser.GetAsync("/admin")).Page.DocumentElement.GetAttribute("lang"));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // An administrator, a reviewer, and the reviewer's page as it was before another administrator took every role away.
    private async Task<(StaffPerson Administrator, StaffPerson Person, Answer Page)> WithAPageOfBeforeAsync()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var other = await site.NewAdministratorAsync("b@staff.example", Cancel);
        var person = await site.NewReviewerAsync("c@staff.example", Cancel);
        var address = $"/admin/users/{person.Id}";
        var page = await administrator.Browser.GetAsync(address);
        // As a form without a tick.
        var form = (await other.Browser.GetAsync(address)).Page.QuerySelectorAll("form").First(form => form.GetAttribute("action") == address);
        var answer = await other.Browser.PostAsync(address, Visitor.Fields(form).Where(field => field.Name is not ("administrator" or "countries" or "organisations")));
        Assert.Equal(address, answer.Location);
        return (administrator, person, page);
    }

    // A password, and nothing more.
    private async Task LeaveAtSetUpAsync(string email, StaffGrant grant)
    {
        var link = await site.InviteAsync(email, Cancel, grant);
        Assert.Equal("/admin/set-up", (await site.NewVisitor(Cancel).SubmitAsync(link, link, ("name", "Left"), ("password", StaffPerson.Password))).Location);
    }

    private static async Task<string> OverviewOfAsync(StaffPerson person) => (await person.Browser.GetAsync("/admin")).Page.QuerySelector("main").Words();
}
