using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

public sealed class EntryArchiveTests : IDisposable
{
    private readonly EditingSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    private EntryArchive Entries => site.Directory.Get<EntryArchive>();

    [Fact]
    public async Task List_HasWhatTheActorMayRead_AndSaysWhatTheyMayEdit()
    {
        Assert.Equal([(EditingSite.HelpersId, true)], await ListAsync(site.Editor));
        Assert.Equal([(EditingSite.NeighboursId, true)], await ListAsync(site.Stranger));
        Assert.Equal(new[] { (EditingSite.HelpersId, true), (EditingSite.NeighboursId, true) }.Order(), (await ListAsync(site.Reviewer)).Order());
        Assert.Equal(new[] { (EditingSite.HelpersId, false), (EditingSite.NeighboursId, false) }.Order(), (await ListAsync(site.Administrator)).Order());
        Assert.Empty(await ListAsync(site.Staff()));
        Assert.Null(await Entries.FindAsync(site.Stranger, EditingSite.HelpersId, Cancel));
    }

    [Fact]
    public async Task ANewEntry_IsThereForReviewersOfItsCountry_AndNobodyElse()
    {
        var draft = new OrganisationDraft { Name = [new TextDraft("en", "New friends", TranslationState.Original)], OwnLanguage = "en" };
        var saved = EditingSite.Done(await site.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = draft, CountryId = EditingSite.CountryId }, Cancel));

        var entry = (await Entries.FindAsync(site.SecondReviewer, saved.Subject.Id, Cancel))!;

        Assert.Equal(("New friends", null, true, false), (entry.LocalisedName?.In(LanguageTag.Parse("en")).Text, entry.Slug, entry.MayEdit, entry.WasPublished));
        Assert.Equal((saved.Id, RevisionState.Draft, site.Reviewer.Id), Assert.Single(entry.Open) is var open ? (open.Id, open.State, open.AuthorId!.Value) : default);
        Assert.False((await Entries.FindAsync(site.Administrator, saved.Subject.Id, Cancel))!.MayEdit);
        Assert.Null(await Entries.FindAsync(site.Editor, saved.Subject.Id, Cancel));
        Assert.Null(await Entries.FindAsync(site.Stranger, saved.Subject.Id, Cancel));
        Assert.Equal([EditingSite.CountryId], (await Entries.CountriesAsync(site.Reviewer, Cancel)).Select(country => country.Id));
        Assert.Empty(await Entries.CountriesAsync(site.Administrator, Cancel));
    }

    [Fact]
    public async Task AnEntry_SaysThatItWasTakenDown_AndWhatIsWrittenAboutIt()
    {
        await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Changed"));
        await site.SubmitAsync(site.OtherEditorOfIt, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Changed as well"));
        await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Wrong", Cancel);

        var entry = (await Entries.FindAsync(site.Editor, EditingSite.HelpersId, Cancel))!;

        Assert.NotNull(entry.TakenDown);
        Assert.Equal([(RevisionState.Submitted, site.OtherEditorOfIt.Id), (RevisionState.Draft, site.Editor.Id)], entry.Open.Select(open => (open.State, open.AuthorId!.Value)));
    }

    public void Dispose() => site.Dispose();

    private async Task<IReadOnlyList<(Guid, bool)>> ListAsync(Actor actor) => [.. (await Entries.ListAsync(actor, Cancel)).Select(entry => (entry.Id, entry.MayEdit))];
}
