using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Tests.Features;

/// <summary>Readers say with one tap that a contact did not work.</summary>
public sealed class ReportTests : IAsyncDisposable
{
    private const string Page = $"{SiteFixture.En}/providers/maria";
    private const string Report = $"{Page}/report";

    private readonly TestClock clock = new();
    private readonly TestSite site;

    public ReportTests() => site = new TestSite(services: services => services.AddSingleton<TimeProvider>(clock)).Start();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATap_IsCounted_Thanked_AndLeavesNothingOfTheReader()
    {
        var reader = new Visitor(site.Client, Cancel);
        var page = (await reader.GetAsync(Page)).Page;
        Assert.Equal(["Nobody answered", "Wrong number", "Nobody answered", "Wrong number", "No reply", "Wrong address", "It does not open"], page.QuerySelectorAll(".report button").Select(button => button.Words()));

        var sent = await reader.SubmitAsync(page, Report, ("kind", "NobodyAnswered"));

        Assert.Equal((HttpStatusCode.SeeOther, $"{Page}/thanks"), (sent.Status, sent.Location));
        var thanks = await reader.GetAsync(sent.Location!);
        Assert.Equal("Thank you", thanks.Page.QuerySelector("h1").Words());
        Assert.Equal("Thank you – Referral Directory", thanks.Page.Title);
        Assert.Equal("noindex, noarchive", thanks.Headers["X-Robots-Tag"].Single());
        Assert.Empty(reader.SetCookies);
        var stored = Assert.Single(await ReportsAsync());
        Assert.Equal((ReportKind.NobodyAnswered, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), 1), (stored.Kind, stored.Day, stored.Count));
    }

    [Fact]
    public async Task Reports_ChangeNothingThatThePublicSees_AndNotItsOrder()
    {
        string[] pages = [SiteFixture.En, Page, $"{SiteFixture.En}/providers", $"{SiteFixture.En}/providers?need=legal-help", $"{SiteFixture.En}/providers?q=help", $"{SiteFixture.En}/about"];
        var before = await Task.WhenAll(pages.Select(page => site.Client.GetStringAsync(page, Cancel)));

        for (var i = 0; i < 40; i++)
        {
            await PostAsync(await KeyAsync(), "Wrong");
            // As from many readers: every hour they are strangers again.
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(40, (await ReportsAsync()).Sum(report => report.Count));
        await site.Services.GetRequiredService<Core.Published.PublishedDirectorySource>().ReloadAsync(Cancel);
        Assert.Equal(before, await Task.WhenAll(pages.Select(page => site.Client.GetStringAsync(page, Cancel))));
    }

    [Fact]
    public async Task TheSameFromTheSameAddress_CountsOnceAnHour_AndTooMuch_IsRefused()
    {
        var key = await KeyAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(key, "Wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(key, "Wrong")).StatusCode);
        Assert.Equal(1, (await ReportsAsync()).Sum(report => report.Count));

        var contacts = await AllKeysAsync();
        var answers = new List<HttpStatusCode>();
        foreach (var (address, contact) in contacts.Take(ReportLimit.PerAddress + 1))
        {
            answers.Add((await PostAsync(contact, "Wrong", address)).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(ReportLimit.PerAddress, (await ReportsAsync()).Sum(report => report.Count));
        clock.Advance(AddressKeys.Lifetime);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(key, "Wrong")).StatusCode);
    }

    [Fact]
    public async Task AReportOfWhatIsNotThere_StoresNothing()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(await KeyAsync(), "Whatever")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(await KeyAsync(), "7")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("00000000", "Wrong", $"{SiteFixture.En}/providers/nobody/report")).StatusCode);
        // A page of before the number changed: the reader is shown what it is now.
        using var changed = await PostAsync("00000000", "Wrong");
        Assert.Equal((HttpStatusCode.SeeOther, Page), (changed.StatusCode, changed.Headers.Location!.OriginalString));
        using var large = await site.Client.PostAsync(Report, new FormUrlEncodedContent([KeyValuePair.Create("contact", new string('x', 5000))]), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);

        Assert.Empty(await ReportsAsync());
    }

    [Fact]
    public async Task WhatCannotBeStored_IsSaid_AndPagesAreServed_AndItRecovers()
    {
        var key = await KeyAsync();
        // Nothing can be written there: as on a full disk.
        TestDatabase.Execute(site.DatabasePath, "ALTER TABLE ReaderReports RENAME TO Elsewhere");

        using var failed = await PostAsync(key, "Wrong");
        var page = await failed.ReadPageAsync(Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal("Something went wrong on our side", page.QuerySelector("h1").Words());
        Assert.NotEmpty(page.Hrefs("a[href^='tel:']"));
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(Page, Cancel)).StatusCode);

        TestDatabase.Execute(site.DatabasePath, "ALTER TABLE Elsewhere RENAME TO ReaderReports");
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(key, "Wrong")).StatusCode);
        Assert.Single(await ReportsAsync());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Task<HttpResponseMessage> PostAsync(string contact, string kind, string address = Report) =>
        site.Client.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("contact", contact), KeyValuePair.Create("kind", kind)]), Cancel);

    private async Task<string> KeyAsync() => (await site.Client.GetPageAsync(Page, Cancel)).QuerySelector(".report input")!.GetAttribute("value")!;

    private async Task<List<(string Address, string Contact)>> AllKeysAsync()
    {
        List<(string, string)> all = [];
        foreach (var address in (await PublicPages.AllAsync(site.Client, Cancel)).Where(address => address.StartsWith($"{SiteFixture.En}/providers/", StringComparison.Ordinal)))
        {
            all.AddRange((await site.Client.GetPageAsync(address, Cancel)).QuerySelectorAll(".report input").Select(input => ($"{address}/report", input.GetAttribute("value")!)));
        }

        return all;
    }

    private async Task<List<ReaderReport>> ReportsAsync()
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel);
        return await db.ReaderReports.AsNoTracking().ToListAsync(Cancel);
    }
}
