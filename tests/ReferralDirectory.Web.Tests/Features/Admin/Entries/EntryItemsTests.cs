using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

public sealed class EntryItemsTests(EntrySite site)
{
    private Visitor Browser => site.Reviewer.Browser;

    [Fact]
    public async Task Contacts_AreMovedAndRemoved_InTheDraftAlone()
    {
        var id = await site.IdAsync("red-cross-saint-petersburg");
        var list = EntryLinks.Task(id, "contacts");
        var before = await ValuesAsync(list);
        Assert.True(before.Count > 1);

        await Browser.SubmitAsync(list, (await Browser.GetAsync(list)).Page.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!).First(action => action.EndsWith("/move", StringComparison.Ordinal)), ("up", "false"));
        Assert.Equal([before[1], before[0], .. before.Skip(2)], await ValuesAsync(list));
        var removed = await Browser.SubmitAsync(list, (await Browser.GetAsync(list)).Page.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!).First(action => action.EndsWith("/remove", StringComparison.Ordinal)));
        Assert.Equal($"{list}?done=removed", removed.Location);
        Assert.Equal([before[0], .. before.Skip(2)], await ValuesAsync(list));

        var entry = await site.Site.AskAsync(db => Task.FromResult(db.ContactPoints.Count(contact => contact.OrganisationId == id)));
        Assert.Equal(before.Count, entry);
    }

    [Fact]
    public async Task AService_IsAdded_WithItsKindsOfHelpAndWhomItIsFor()
    {
        var id = await site.IdAsync("blago-darju");
        var add = EntryLinks.NewItem(id, "services");
        var form = (await Browser.GetAsync(add)).Page;
        var path = $"Services[{Guid.Empty}]";
        var (type, audience) = (ValueOf($"{path}.Types"), ValueOf($"{path}.Audiences"));

        var saved = await Browser.SubmitAsync(form, add, ($"{path}.Types", type), ($"{path}.Audiences", audience), ($"{path}.Description[en]", "Help with papers."), ($"{path}.Eligibility[en]", "For adults."));

        Assert.Equal($"{EntryLinks.Task(id, "services")}?done=saved", saved.Location);
        var service = ((OrganisationDraft)DraftJson.Read((await site.DraftAsync(id, site.Reviewer)).Snapshot)).Services[^1];
        Assert.Equal((type, audience), (Assert.Single(service.Types).ToString(), Assert.Single(service.Audiences).ToString()));
        Assert.Equal("Help with papers.", Assert.Single(service.Description).Text);
        Assert.Equal("For adults.", Assert.Single(service.Eligibility).Text);

        string ValueOf(string name) => form.QuerySelectorAll("input[type=checkbox]").First(box => box.GetAttribute("name") == name).GetAttribute("value")!;
    }

    [Fact]
    public async Task Hours_AreReadAsPeopleWriteThem_AndALineMoreOrLessSavesNothing()
    {
        var id = await site.IdAsync("iom-moscow");
        var hours = EntryLinks.Task(id, "hours");
        var longer = await Browser.SubmitAsync(hours, hours, ("OpeningHours.Week[0].Opens", "9.30"), ("OpeningHours.Week[0].Closes", "18"), ("do", "add-row"));
        Assert.Equal(8, longer.Page.QuerySelectorAll(".hours li").Length);
        var shorter = await Browser.SubmitAsync(longer.Page, hours, ("do", "remove-row-7"));
        Assert.Equal(7, shorter.Page.QuerySelectorAll(".hours li").Length);
        var other = await Browser.SubmitAsync(shorter.Page, hours, ("do", "add-exception"));
        Assert.False(await HasDraftAsync(id));

        var saved = await Browser.SubmitAsync(other.Page, hours, ("OpeningHours.TimeZone", "Europe/Moscow"), ("OpeningHours.Exceptions[0].From", "31.12.2026"), ("OpeningHours.Exceptions[0].Note[en]", "Holidays"));

        Assert.Equal($"{EntryLinks.Entry(id)}?done=saved", saved.Location);
        var stored = ((OrganisationDraft)DraftJson.Read((await site.DraftAsync(id, site.Reviewer)).Snapshot)).OpeningHours!;
        Assert.Equal(new WeeklyOpeningDraft(DayOfWeek.Monday, "09:30", "18:00"), Assert.Single(stored.Week));
        Assert.Equal(("2026-12-31", "2026-12-31"), (stored.Exceptions[0].From, stored.Exceptions[0].To));
        Assert.Equal("Holidays", Assert.Single(stored.Exceptions[0].Note).Text);
    }

    [Fact]
    public async Task ANewOrganisation_BeginsWithItsName_AndIsFilledInPageByPage()
    {
        var answer = await Browser.SubmitAsync(EntryLinks.New, EntryLinks.New, ("Name[ru]", "Новый дом"), ("OwnLanguage", "ru"));

        var entry = answer.Location!.Split('?')[0];
        var page = (await Browser.GetAsync(entry)).Page;
        Assert.Equal("Новый дом", page.QuerySelector("h1").Words());
        Assert.Contains("Not public yet", page.QuerySelector(".lead").Words(), StringComparison.Ordinal);
        Assert.Equal("novii-dom", (await Browser.GetAsync($"{entry}/names")).Page.QuerySelector("#Slug")!.GetAttribute("value"));
        var check = page.Hrefs().Single(href => href.StartsWith("/admin/drafts/", StringComparison.Ordinal) && !href.EndsWith("/withdraw", StringComparison.Ordinal));
        Assert.Contains(EntryLinks.All, (await Browser.GetAsync(check)).Page.Hrefs(".errors a")[0], StringComparison.Ordinal);
        Assert.Empty(await EmptyNameAsync());
    }

    [Fact]
    public async Task AWebsite_ThatLooksLikeAnother_SaysWhereItLeads_ToAuthorAndReviewer()
    {
        var id = await site.IdAsync("red-cross-astrakhan");
        var add = EntryLinks.NewItem(id, "contacts");
        await Browser.SubmitAsync(add, add, ("Kind", "Website"), ($"Contacts[{Guid.Empty}]", "https://аррӏе.com"));
        var draft = await site.DraftAsync(id, site.Reviewer);

        foreach (var address in new[] { EntryLinks.Task(id, "contacts"), EntryLinks.Preview(draft.Id), EditingLinks.Draft(draft.Id) })
        {
            Assert.Contains("xn--80ak6aa92e.com", (await Browser.GetAsync(address)).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Preview_ShowsTheDraftAsThePublicPage_ToStaffAlone()
    {
        var id = await site.IdAsync("red-cross-astrakhan");
        var names = EntryLinks.Task(id, "names");
        await Browser.SubmitAsync(names, names, ("Name[en]", "A name nobody has seen"));
        var draft = await site.DraftAsync(id, site.Reviewer);

        var preview = await Browser.GetAsync(EntryLinks.Preview(draft.Id));

        Assert.StartsWith("A name nobody has seen", preview.Page.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Contains("not public", preview.Page.QuerySelector(".preview").Words(), StringComparison.Ordinal);
        Assert.NotEmpty(preview.Page.Hrefs("a[href^='tel:']"));
        Assert.Equal("no-store", preview.Headers["Cache-Control"].Single());
        Assert.StartsWith("/admin/sign-in", (await site.Site.NewVisitor(TestContext.Current.CancellationToken).GetAsync(EntryLinks.Preview(draft.Id))).Location, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody has seen", (await Browser.GetAsync("/en/russian-federation/providers/red-cross-astrakhan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasSent_IsTakenBack_AndGoesOnAsADraftWithNothingLost()
    {
        var id = await site.IdAsync("warm-house-on-the-mountain");
        var names = EntryLinks.Task(id, "names");
        await Browser.SubmitAsync(names, names, ("AlsoKnownAs", "Warm house"));
        var draft = (await site.DraftAsync(id, site.Reviewer)).Id;
        await Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft));

        var back = await Browser.SubmitAsync(EntryLinks.Entry(id), EntryLinks.TakeBack(id));

        Assert.Equal($"{EntryLinks.Entry(id)}?done=taken-back", back.Location);
        Assert.Equal("Warm house", (await Browser.GetAsync(names)).Page.QuerySelector("#AlsoKnownAs")!.TextContent.Trim());
        Assert.NotEqual(draft, (await site.DraftAsync(id, site.Reviewer)).Id);
    }

    private async Task<IReadOnlyList<string>> EmptyNameAsync() => [.. (await Browser.SubmitAsync(EntryLinks.New, EntryLinks.New)).Page.QuerySelectorAll(".errors a").Select(link => link.Words()).Where(text => !text.Contains("Name", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<string>> ValuesAsync(string list) => [.. (await Browser.GetAsync(list)).Page.QuerySelectorAll(".items .typed").Select(item => item.Words())];

    private Task<bool> HasDraftAsync(Guid id) => site.Site.AskAsync(db => Task.FromResult(db.Revisions.Any(revision => revision.SubjectId == id)));
}
