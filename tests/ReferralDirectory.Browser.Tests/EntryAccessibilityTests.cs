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

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task NoPage_HasAViolation_OrScrollsSideways(int width, ColorScheme colours)
    {
        var person = await site.NewReviewerAsync("first@staff.example", Cancel);
        var addresses = await AddressesAsync(person);
        var page = await fixture.SignInAsync(site, person, options =>
        {
            options.ViewportSize = new ViewportSize { Width = width, Height = 800 };
            options.ColorScheme = colours;
        });
        await CheckAsync(page, addresses);
        await page.GotoAsync("/admin");
        await page.ChooseAsync(AriaRole.Button, "Русский");
        await Expect(page.Locator("html[lang=ru]")).ToHaveCountAsync(1);
        await CheckAsync(page, addresses);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task CheckAsync(IPage page, IReadOnlyList<string> addresses)
    {
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{address}: {answer.Status}");
            Assert.Empty(await page.FaultsAsync());
        }
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(StaffPerson person)
    {
        var id = await site.AskAsync(db => db.Organisations.Where(o => o.Slug == Slug.Parse("alternative")).Select(o => o.Id).SingleAsync(Cancel));
        var entry = $"/admin/organisations/{id}";
        await person.Browser.SubmitAsync($"{entry}/contacts/new", $"{entry}/contacts/new", ("Kind", "Phone"), ($"Contacts[{Guid.Empty}]", "12 34"));
        await person.Browser.SubmitAsync($"{entry}/names", $"{entry}/names", ("Name[en]", ""), ("Name[ru]", ""), ("AlsoKnownAs", "Another name"));
        await person.Browser.SubmitAsync($"{entry}/hours", $"{entry}/hours", ("OpeningHours.Week[0].Opens", "9"), ("OpeningHours.Week[0].Closes", "99"), ("OpeningHours.Exceptions[0].From", "tomorrow"), ("OpeningHours.Exceptions[0].To", ""));
        var items = new[] { "contacts", "services" };
        List<string> last = [];
        foreach (var item in items)
        {
            last.Add((await person.Browser.GetAsync($"{entry}/{item}")).Page.Hrefs(".items li:last-child a")[0]);
        }

        var draft = await site.AskAsync(db => db.Revisions.Where(revision => revision.State == RevisionState.Draft).Select(revision => revision.Id).SingleAsync(Cancel));
        return
        [
            "/admin/organisations", "/admin/organisations/new", entry, $"{entry}/names", $"{entry}/places", $"{entry}/languages", $"{entry}/hours", $"{entry}/take-down",
            .. items.Select(item => $"{entry}/{item}"), .. last, $"/admin/drafts/{draft}", $"/admin/organisations/preview/{draft}",
        ];
    }
}
