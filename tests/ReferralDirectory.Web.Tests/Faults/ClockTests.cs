using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Tests.Infrastructure;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>The clock of the machine is set to another time while the site runs.</summary>
public sealed partial class ClockTests : IAsyncDisposable
{
    private const string Maria = $"{SiteFixture.En}/providers/maria";
    private const string Api = "/api/hsds/v3/organizations";

    private readonly ErrorsLogged logged = new();
    private readonly StaffSite site;

    public ClockTests() => site = new StaffSite(new Dictionary<string, string> { ["Api:RequestsPerMinute"] = "30" }, services => services.AddSingleton<ILoggerProvider>(logged));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateTime Now => site.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task SetBackAYear_EachPageAnswersAsBefore_AndNoneTellsOfAConfirmationThatIsToCome()
    {
        var reviewer = await site.NewReviewerAsync("reviewer@clock.example", Cancel);
        await ConfirmAsync(reviewer);
        Assert.Contains("Confirmed by our reviewers: a call on", await site.Site.Client.GetStringAsync(Maria, Cancel), StringComparison.Ordinal);
        var before = await PagesAsync();

        site.Clock.MoveTo(Now.AddYears(-1));
        // As it does each minute.
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().FreshenAsync(Cancel);

        Assert.Equal(before, await PagesAsync());
        Assert.DoesNotContain("Confirmed by our reviewers: a call on", await site.Site.Client.GetStringAsync(Maria, Cancel), StringComparison.Ordinal);
        // A session of the year to come is none; a recovery code lets in whose app shows codes of then.
        Assert.StartsWith("/admin/sign-in", (await reviewer.Browser.GetAsync("/admin")).Location, StringComparison.Ordinal);
        var anew = site.NewVisitor(Cancel);
        var first = await anew.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", reviewer.Email), ("password", StaffPerson.Password));
        Assert.Equal("/admin", (await anew.SubmitAsync(first.Location!, "/admin/sign-in/second", ("code", reviewer.RecoveryCodes[0]))).Location);
        foreach (var page in new[] { "/admin", "/admin/freshness", "/admin/review", "/admin/audit", "/admin/account", "/admin/organisations", $"/admin/organisations/{await site.OrganisationAsync("maria")}" })
        {
            Assert.True((await anew.GetAsync(page)).Status is HttpStatusCode.OK or HttpStatusCode.Forbidden, page);
        }

        await StoppedSite.AssertWholeAsync(site.Site.DatabasePath, "after the clock went back", Cancel);
        Assert.Empty(logged.Lines);
    }

    [Fact]
    public async Task SetBackAYear_NobodyWaitsAYear()
    {
        // All that one address has: of the open data, and of guesses at a password.
        HttpStatusCode status;
        var asked = 0;
        do
        {
            using var response = await site.Site.Client.GetAsync(Api, Cancel);
            status = response.StatusCode;
        }
        while (status == HttpStatusCode.OK && ++asked < 100);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);

        var reviewer = await site.NewReviewerAsync("waiting@clock.example", Cancel);
        var stranger = site.NewVisitor(Cancel);
        for (var i = 0; i < 8; i++)
        {
            await stranger.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", reviewer.Email), ("password", "wrong wrong wrong wrong"));
        }

        site.Clock.MoveTo(Now.AddYears(-1));

        using var again = await site.Site.Client.GetAsync(Api, Cancel);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.StartsWith("/admin/sign-in/second", (await stranger.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", reviewer.Email), ("password", StaffPerson.Password))).Location, StringComparison.Ordinal);
        Assert.Empty(logged.Lines);
    }

    [Fact]
    public async Task SetBackAYear_ReadersCanReportAgain_AndAreKnownForNoLonger()
    {
        for (var i = 0; i < 2; i++)
        {
            // The second is the same, of the same reader.
            Assert.Equal(HttpStatusCode.SeeOther, (await ReportAsync()).Status);
            Assert.Equal(HttpStatusCode.SeeOther, (await ReportAsync()).Status);
            site.Clock.MoveTo(Now.AddYears(-1));
        }

        Assert.Equal(2, await site.AskAsync(db => Task.FromResult(db.ReaderReports.Sum(report => report.Count))));
        Assert.Empty(logged.Lines);
    }

    [Theory]
    [InlineData("2027-03-28T00:59:30")]
    [InlineData("2027-10-31T00:59:30")]
    [InlineData("2027-11-07T05:59:30")]
    public async Task AcrossAChangeToOrFromDaylightSaving_NothingFails(string before)
    {
        var moment = DateTime.SpecifyKind(DateTime.Parse(before, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        site.Clock.MoveTo(moment);
        var reviewer = await site.NewReviewerAsync("reviewer@clock.example", Cancel);
        await ConfirmAsync(reviewer);
        site.Clock.MoveTo(moment);
        var pages = await PagesAsync();

        // Forward by the hour, and back again, as a machine does whose clock was set by its local time.
        foreach (var to in new[] { moment.AddMinutes(1), moment.AddHours(1), moment, moment.AddMinutes(61) })
        {
            site.Clock.MoveTo(to);
            Assert.Equal(pages, await PagesAsync());
        }

        site.Clock.MoveTo(moment.AddMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await reviewer.Browser.GetAsync("/admin/account")).Status);
        Assert.Empty(logged.Lines);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Task<Answer> ReportAsync() => site.NewVisitor(Cancel).SubmitAsync(Maria, $"{Maria}/report", ("kind", "NobodyAnswered"));

    private async Task ConfirmAsync(StaffPerson person)
    {
        var maria = await site.OrganisationAsync("maria");
        var country = await site.AskAsync(db => Task.FromResult(db.Countries.Single().Id));
        var actor = new Actor(person.Id, false, new HashSet<Guid> { country }, new HashSet<Guid>());
        var contacts = await site.AskAsync(db => Task.FromResult(db.ContactPoints.Where(contact => contact.OrganisationId == maria).Select(contact => contact.Id).ToList()));
        var confirmed = await site.Site.Services.GetRequiredService<ConfirmationDesk>().ConfirmAsync(actor, contacts, ConfirmationMethod.Called, Cancel);
        Assert.Equal(contacts.Order(), confirmed.Confirmed.Order());
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(confirmed.Organisations, Cancel);
    }

    // Each page and what it answers; fails where it tells of a confirmation that is to come.
    private async Task<List<string>> PagesAsync()
    {
        var found = new List<string>();
        foreach (var page in PublicEndpoints.Pages(site.Site).Concat([Maria, $"{SiteFixture.En}/providers?q=maria", Api, "/api/hsds/v3/services"]))
        {
            using var response = await site.Site.Client.GetAsync(page, Cancel);
            found.Add($"{page} {response.StatusCode}");
            foreach (Match day in Confirmed().Matches(await response.Content.ReadAsStringAsync(Cancel)))
            {
                var told = DateTime.ParseExact(day.Groups[1].Value, "d MMMM yyyy", CultureInfo.InvariantCulture);
                Assert.True(told <= Now.Date, $"{page} says on {Now:d}: {day.Value}");
            }
        }

        return found;
    }

    [GeneratedRegex("Confirmed by [^<]*? on ([0-9]+ [A-Z][a-z]+ [0-9]{4})")]
    private static partial Regex Confirmed();
}
