using System.Net;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Conflicts;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

public sealed class EntryConflictTests(EntrySite site)
{
    [Fact]
    public async Task TwoPersonsOnOneEntry_TheLaterChoosesWhereBothChangedTheSame_AndNothingIsLost()
    {
        var id = await site.IdAsync("nevoli-net");
        var names = EntryLinks.Task(id, "names");
        var mine = site.Reviewer.Browser;
        await mine.SubmitAsync(names, names, ("Name[en]", "My name"), ("AlsoKnownAs", "Only mine"));
        await site.SecondReviewer.Browser.SubmitAsync(names, names, ("Name[en]", "Their name"), ("Name[ru]", "Их название"));
        await site.PublishAsync(id, site.SecondReviewer, site.Reviewer);
        var draft = (await site.DraftAsync(id, site.Reviewer)).Id;
        var conflict = EditingLinks.Conflict(draft);
        Assert.Contains(conflict, (await mine.GetAsync(EntryLinks.Entry(id))).Page.Hrefs());

        var question = await mine.SubmitAsync(conflict, conflict);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, question.Status);
        foreach (var text in new[] { "My name", "Their name", "Nevoli.Net" })
        {
            Assert.Contains(text, question.Page.QuerySelector(".conflict").Words(), StringComparison.Ordinal);
        }

        var merged = await mine.SubmitAsync(question.Page, conflict, (ConflictForm.NameOf("Name[en]"), "Mine"));

        Assert.StartsWith("/admin/drafts/", merged.Location, StringComparison.Ordinal);
        var page = (await mine.GetAsync(names)).Page;
        Assert.Equal("My name", page.GetElementById("Name-en")!.GetAttribute("value"));
        Assert.Equal("Их название", page.GetElementById("Name-ru")!.GetAttribute("value"));
        Assert.Equal("Only mine", page.GetElementById("AlsoKnownAs")!.TextContent.Trim());
    }
}
