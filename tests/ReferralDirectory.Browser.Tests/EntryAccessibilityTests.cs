using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>The pages of an entry with a draft that has changes and faults, in both languages, narrow and wide, light and dark.</summary>
public sealed class EntryAccessibilityTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoPage_HasAViolation_OrScrollsSideways()
    {
        var person = await site.NewReviewerAsync("first@staff.example", Cancel);
        var addresses = await AddressesAsync(person);
        var page = await fixture.SignInAsync(site, person);
        await CheckAsync(page, addresses, "en");
        await page.ReadInAsync("ru");
        await CheckAsync(page, addresses, "ru");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task CheckAsync(IPage page, IReadOnlyDictionary<string, string> addresses, string language)
    {
        foreach (var (name, address) in addresses)
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{address}: {answer.Status}");
            Assert.Empty(await page.FaultsInEveryLookAsync($"{name}-{language}"));
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> AddressesAsync(StaffPerson person)
    {
        var id = await site.OrganisationAsync("alternative");
        var entry = $"/admin/organisations/{id}";
        await person.Browser.SubmitAsync($"{entry}/contacts/new", $"{entry}/contacts/new", ("Kind", "Phone"), ($"Contacts[{Guid.Empty}]", "12 34"));
        await person.Browser.SubmitAsync($"{entry}/names", $"{entry}/names", ("Name[en]", ""), ("Name[ru]", ""), ("AlsoKnownAs", "Another name"));
        await person.Browser.SubmitAsync($"{entry}/hours", $"{entry}/hours", ("OpeningHours.Week[0].Opens", "9"), ("OpeningHours.Week[0].Closes", "99"), ("OpeningHours.Exceptions[0].From", "tomorrow"), ("OpeningHours.Exceptions[0].To", ""));
        async Task<string> LastAsync(string items) => (await person.Browser.GetAsync($"{entry}/{items}")).Page.Hrefs(".items li:last-child a")[0];
        var draft = await site.AskAsync(db => db.Revisions.Where(revision => revision.State == RevisionState.Draft).Select(revision => revision.Id).SingleAsync(Cancel));
        return new Dictionary<string, string>
        {
            ["entries"] = "/admin/organisations",
            ["new-entry"] = "/admin/organisations/new",
            ["entry"] = entry,
            ["names"] = $"{entry}/names",
            ["places"] = $"{entry}/places",
            ["languages"] = $"{entry}/languages",
            ["hours"] = $"{entry}/hours",
            ["take-down"] = $"{entry}/take-down",
            ["contacts"] = $"{entry}/contacts",
            ["contact"] = await LastAsync("contacts"),
            ["services"] = $"{entry}/services",
            ["service"] = await LastAsync("services"),
            ["check"] = $"/admin/drafts/{draft}",
            ["preview"] = $"/admin/organisations/preview/{draft}",
            ["ask"] = $"{entry}/link",
        };
    }
}
