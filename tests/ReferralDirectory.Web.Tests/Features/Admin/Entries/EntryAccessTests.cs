using System.Net;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

/// <summary>Every page and every action of an entry, asked for by somebody whose entry it is not.</summary>
public sealed class EntryAccessTests(EntrySite site)
{
    private static readonly string[] Tasks = ["names", "services", "contacts", "places", "languages", "hours", "translation-ru"];

    [Fact]
    public async Task AnothersEntry_DoesNotExist_ForAnEditor()
    {
        var id = await site.IdAsync("safe-house");
        var (contact, service) = await ItemsAsync(id);
        var draft = await DraftOfReviewerAsync(id);
        var before = await VersionAsync(id);

        string[] pages =
        [
            EntryLinks.Entry(id), .. Tasks.Select(task => EntryLinks.Task(id, task)),
            EntryLinks.NewItem(id, "contacts"), EntryLinks.NewItem(id, "services"), EntryLinks.Item(id, "contacts", contact), EntryLinks.Item(id, "services", service),
            EntryLinks.TakeDown(id), EntryLinks.BringBack(id), EntryLinks.Preview(draft.Id), AnswerLinks.Of(id),
        ];
        foreach (var page in pages)
        {
            Assert.True((await site.Stranger.Browser.GetAsync(page)).Status == HttpStatusCode.NotFound, page);
        }

        string[] actions =
        [
            .. Tasks.Except(["services", "contacts"]).Select(task => EntryLinks.Task(id, task)),
            EntryLinks.NewItem(id, "contacts"), EntryLinks.NewItem(id, "services"), EntryLinks.Item(id, "contacts", contact), EntryLinks.Item(id, "services", service),
            EntryLinks.Move(id, "contacts", contact), EntryLinks.Remove(id, "contacts", contact), EntryLinks.Move(id, "services", service), EntryLinks.Remove(id, "services", service),
            EntryLinks.TakeDown(id), EntryLinks.BringBack(id), EntryLinks.TakeBack(id), AnswerLinks.Of(id), AnswerLinks.Revoke(id),
        ];
        foreach (var (method, template) in AdminEndpoints.Of(site.Site).Where(endpoint => endpoint.Template.StartsWith($"{EntryLinks.All}/", StringComparison.Ordinal) && endpoint.Template != EntryLinks.New))
        {
            Assert.All(AdminEndpoints.Variants(template), variant => Assert.True(Array.Exists(method == "GET" ? pages : actions, address => AdminEndpoints.Matches(variant, address)), $"{method} {variant} is not asked for."));
        }

        foreach (var action in actions)
        {
            var answer = await PostAsync(site.Stranger, action, draft);
            Assert.True(answer.Status == HttpStatusCode.NotFound, $"{action}: {answer.Status}");
        }

        Assert.Equal(before, await VersionAsync(id));
        Assert.Equal(draft.Version, (await site.DraftAsync(id, site.Reviewer)).Version);
    }

    [Fact]
    public async Task AnAdministratorWhoReviewsNoCountry_ReadsAndTakesDown_ButWritesNothing()
    {
        var id = await site.IdAsync("galaktika");
        var (contact, _) = await ItemsAsync(id);

        var page = (await site.Administrator.Browser.GetAsync(EntryLinks.Entry(id))).Page;

        Assert.Empty(page.QuerySelectorAll(".tasks"));
        Assert.Contains(EntryLinks.TakeDown(id), page.Hrefs());
        foreach (var task in Tasks)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Administrator.Browser.GetAsync(EntryLinks.Task(id, task))).Status);
        }

        foreach (var action in new[] { EntryLinks.Task(id, "names"), EntryLinks.NewItem(id, "contacts"), EntryLinks.Remove(id, "contacts", contact), EntryLinks.Move(id, "contacts", contact), EntryLinks.BringBack(id), EntryLinks.New })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(site.Administrator, action, null)).Status);
        }
    }

    [Fact]
    public async Task WhatAnotherHandedIn_IsTakenBackByNobodyElse()
    {
        var id = await site.IdAsync("safe-house");
        var draft = (await DraftOfReviewerAsync(id)).Id;
        await site.Reviewer.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft));
        var waiting = await site.DraftAsync(id, site.Reviewer);
        Assert.Equal((draft, RevisionState.Submitted), (waiting.Id, waiting.State));

        var answer = await PostAsync(site.SecondReviewer, EntryLinks.TakeBack(id), waiting);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(RevisionState.Submitted, (await site.DraftAsync(id, site.Reviewer)).State);
    }

    // A token of theirs, from a page of theirs: what is refused is refused for who they are.
    private static async Task<Answer> PostAsync(StaffPerson person, string action, Revision? revision)
    {
        var form = (await person.Browser.GetAsync("/admin/account/name")).Page.QuerySelector("main form")!;
        var token = Visitor.Fields(form).Single(field => field.Name == "__token");
        return await person.Browser.PostAsync(action, token, ("reason", "Because"), ("Kind", "Phone"), ("OwnLanguage", "en"), ("up", "true"), ("mark", ""), ("revision", $"{revision?.Id}"), ("version", $"{revision?.Version}"));
    }

    private async Task<(Guid Contact, Guid Service)> ItemsAsync(Guid id) => await site.Site.AskAsync(db => Task.FromResult((
        db.ContactPoints.First(contact => contact.OrganisationId == id).Id,
        db.Services.First(service => service.OrganisationId == id).Id)));

    private async Task<Guid> VersionAsync(Guid id) => await site.Site.AskAsync(db => Task.FromResult(db.Organisations.Single(o => o.Id == id).Version));

    private async Task<Revision> DraftOfReviewerAsync(Guid id)
    {
        await site.Reviewer.Browser.SubmitAsync(EntryLinks.Task(id, "names"), EntryLinks.Task(id, "names"), ("AlsoKnownAs", "A draft"));
        return await site.DraftAsync(id, site.Reviewer);
    }
}
