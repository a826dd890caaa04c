using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Whatever changes what files say moves their date; nothing moves it back.</summary>
public sealed class LastChangeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATakeDown_OfWhatChangedLast_MovesTheDateOn()
    {
        await using var site = new EditedSite();
        var id = site.Country.FindProvider("maria")!.Id;
        var start = site.Clock.GetUtcNow();
        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, id), draft => draft with { LanguagesSpoken = ["tg"] })));
        var published = await DateAsync(site);
        AssertBetween(start, published, site);

        site.Clock.Advance(TimeSpan.FromHours(1));
        start = site.Clock.GetUtcNow();
        await site.TakeDownAsync(id);
        var takenDown = await DateAsync(site);
        // A start reads everything anew.
        await site.ReloadAsync();

        AssertBetween(start, takenDown, site);
        Assert.Equal(takenDown, await DateAsync(site));
    }

    [Fact]
    public async Task AnotherNameOfATerm_MovesTheDateOn()
    {
        await using var site = new EditedSite();
        var loaded = await DateAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(1));
        var start = site.Clock.GetUtcNow();
        Assert.True(loaded < start.AddSeconds(-1));
        var type = site.Country.Providers[0].Services[0].Types[0].Id;

        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<AssistanceTypeDraft>(
            new Subject(SubjectKind.AssistanceType, type),
            draft => draft with { Name = [.. draft.Name.Select(text => text with { Text = text.Text + " etc." })] })));

        AssertBetween(start, await DateAsync(site), site);
    }

    [Fact]
    public async Task AnotherNameOfATerm_ChangesTheServicesThatBearIt()
    {
        await using var site = new EditedSite();
        var provider = site.Country.FindProvider("maria")!;
        await ConfirmAsync(site, provider);
        var between = Later(site);

        var type = provider.Services[0].Types[0].Id;
        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<AssistanceTypeDraft>(
            new Subject(SubjectKind.AssistanceType, type),
            draft => draft with { Name = [.. draft.Name.Select(text => text with { Text = text.Text + " etc." })] })));

        Assert.Contains(provider.Id.ToString(), await ChangedAsync(site, between), StringComparison.Ordinal);
        Assert.DoesNotContain(provider.Id.ToString(), await ChangedAsync(site, Later(site)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConfirmationThatIsTakenBack_ChangesItsServices_AndMovesTheDateOn()
    {
        await using var site = new EditedSite();
        var provider = site.Country.FindProvider("maria")!;
        await ConfirmAsync(site, provider);
        var confirmed = await DateAsync(site);
        var between = Later(site);

        await using (var db = await site.Service<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel))
        {
            var contacts = provider.Contacts.Select(contact => contact.Id).ToList();
            var made = await db.Confirmations.Where(confirmation => contacts.Contains(confirmation.ContactPointId)).Select(confirmation => confirmation.Id).ToListAsync(Cancel);
            Assert.Equal([provider.Id], await site.Service<ConfirmationDesk>().UndoAsync(site.Reviewer, made, Cancel));
        }

        await site.Service<PublishedDirectorySource>().ReloadAsync(new HashSet<Guid> { provider.Id }, Cancel);

        Assert.True(await DateAsync(site) >= confirmed!.Value.AddMinutes(59));
        Assert.Contains(provider.Id.ToString(), await ChangedAsync(site, between), StringComparison.Ordinal);
        // Known again: it does not come as something that bears no time.
        Assert.DoesNotContain(provider.Id.ToString(), await ChangedAsync(site, Later(site)), StringComparison.Ordinal);
    }

    /// <summary>Whoever asks between the decision and the moment from which it is seen must be given it the next time.</summary>
    [Fact]
    public async Task WhatIsSeenLaterThanItWasPublished_IsMissedByNobodyWhoAskedBetween()
    {
        await using var site = new EditedSite();
        var id = site.Country.FindProvider("maria")!.Id;
        var revision = await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, id), draft => draft with { LanguagesSpoken = ["tg"] }));
        Assert.IsType<EditResult.Done>(await site.Service<ReviewDesk>().PublishAsync(site.Reviewer, revision.Id, revision.Version, Cancel));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        var between = site.Clock.GetUtcNow();
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.ReloadAsync();

        Assert.Contains(id.ToString(), await ChangedAsync(site, between), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(site, "/api/downloads/directory.csv?lang=en", between)).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(site, "/api/downloads/directory.csv?lang=en", between.AddMinutes(20))).Status);
    }

    [Theory]
    [InlineData("/api/downloads/directory.csv?lang=en")]
    [InlineData("/api/downloads/directory.zip?lang=en")]
    [InlineData("/api/hsds/v3/services?lang=en")]
    [InlineData("/api/hsds/v3/services?minimal=true&lang=en")]
    [InlineData("/api/hsds/v3/taxonomy_terms?lang=en")]
    public async Task WhoHasACopyOfThatDate_IsSentNothing_UntilSomethingChanges(string address)
    {
        await using var site = new EditedSite();
        var (status, date) = await AskAsync(site, address, null);
        Assert.Equal(HttpStatusCode.OK, status);

        Assert.Equal((HttpStatusCode.NotModified, date), await AskAsync(site, address, date));
        Assert.Equal((HttpStatusCode.OK, date), await AskAsync(site, address, date!.Value.AddSeconds(-1)));
        // The tag is the better witness.
        Assert.Equal((HttpStatusCode.OK, date), await AskAsync(site, address, date, "\"another\""));

        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.TakeDownAsync(site.Country.FindProvider("maria")!.Id);
        var after = await AskAsync(site, address, date);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.True(after.Date > date);
    }

    private static DateTimeOffset Later(EditedSite site)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        var moment = site.Clock.GetUtcNow();
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        return moment;
    }

    private static async Task ConfirmAsync(EditedSite site, Provider provider)
    {
        await site.Service<ConfirmationDesk>().ConfirmAsync(site.Reviewer, [.. provider.Contacts.Select(contact => contact.Id)], ConfirmationMethod.Called, Cancel);
        await site.ReloadAsync();
    }

    private static Task<string> ChangedAsync(EditedSite site, DateTimeOffset after) =>
        site.TextAsync($"{ApiSite.Root}/services?format=ndjson&modified_after={after.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");

    private static async Task<(HttpStatusCode Status, DateTimeOffset? Date)> AskAsync(EditedSite site, string address, DateTimeOffset? since, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfModifiedSince = since;
        if (tag is not null)
        {
            request.Headers.Add("If-None-Match", tag);
        }

        using var response = await site.Site.Client.SendAsync(request, Cancel);
        return (response.StatusCode, response.Content.Headers.LastModified);
    }

    // The header has whole seconds.
    private static void AssertBetween(DateTimeOffset start, DateTimeOffset? date, EditedSite site) =>
        Assert.InRange(date!.Value, start.AddSeconds(-1), site.Clock.GetUtcNow());

    private static async Task<DateTimeOffset?> DateAsync(EditedSite site)
    {
        using var response = await site.Site.Client.GetAsync("/api/downloads/directory.csv", Cancel);
        return response.Content.Headers.LastModified;
    }
}
