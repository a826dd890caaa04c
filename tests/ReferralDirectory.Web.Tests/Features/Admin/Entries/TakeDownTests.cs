using System.Diagnostics;
using System.Net;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

public sealed class TakeDownTests(EntrySite site)
{
    private const string En = "/en/russian-federation";

    [Fact]
    public async Task TakingDown_NeedsAReason_AndOnePerson_AndIsPublicWithinASecond()
    {
        var id = await site.IdAsync(EntrySite.OfEditor);
        var takeDown = EntryLinks.TakeDown(id);
        var visitor = site.Site.NewVisitor(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{En}/providers/sisters")).Status);

        var refused = await site.Editor.Browser.SubmitAsync(takeDown, takeDown, ("reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Single(refused.Page.Hrefs(".errors a"));
        var started = Stopwatch.GetTimestamp();
        var done = await site.Editor.Browser.SubmitAsync(refused.Page, takeDown, ("reason", "The number rings somewhere else"));
        var gone = await visitor.GetAsync($"{En}/providers/sisters");
        var took = Stopwatch.GetElapsedTime(started);

        Assert.Equal($"{EntryLinks.Entry(id)}?done=taken-down", done.Location);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.True(took < TimeSpan.FromSeconds(1), $"It took {took}.");
        foreach (var page in new[] { $"{En}/providers", $"{En}/providers?q=sisters", "/sitemap.xml", "/ru/russian-federation/providers" })
        {
            Assert.DoesNotContain("providers/sisters", (await visitor.GetAsync(page)).Text, StringComparison.Ordinal);
        }

        await BringBackAsync(id, visitor);
    }

    // Of the same test: what is down is brought back by two.
    private async Task BringBackAsync(Guid id, Visitor visitor)
    {
        var entry = (await site.Editor.Browser.GetAsync(EntryLinks.Entry(id))).Page;
        Assert.Contains("Taken down on", entry.QuerySelector(".lead").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(EntryLinks.TakeDown(id), entry.Hrefs());

        var draft = await site.Editor.Browser.SubmitAsync(EntryLinks.BringBack(id), EntryLinks.BringBack(id), ("reason", "The number is right again"));
        Assert.StartsWith("/admin/drafts/", draft.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{En}/providers/sisters")).Status);
        await site.PublishAsync(id, site.Editor, site.SecondReviewer);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{En}/providers/sisters")).Status);
    }
}
