using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>Reads what the pages of entries show.</summary>
public sealed class EntryPages(EntryArchive entries, RevisionArchive revisions, DraftChoicesReader choices, TakeDowns takeDowns, Rejections rejections, StaffNames staff, Reader reader, Texts texts)
{
    public async Task<EntriesPage> ListAsync(Actor actor, string words, CancellationToken cancellationToken)
    {
        var all = await entries.ListAsync(actor, cancellationToken);
        return EntriesPage.From(all, words, actor.ReviewsCountries.Count > 0, actor.Id, await NamesAsync(all, cancellationToken), reader, texts);
    }

    public async Task<EntryPage> EntryAsync(EntryState entry, string? done, CancellationToken cancellationToken)
    {
        var subject = new Subject(SubjectKind.Organisation, entry.Id);
        var waiting = entry.Waiting is { } sent ? await revisions.FindAsync(entry.Actor, sent.Id, cancellationToken) : null;
        var page = EntryPage.From(entry, waiting?.Summary, TaskList.Of(entry, (OrganisationDraft?)waiting?.Draft, reader, texts), await NamesAsync([entry.Summary], cancellationToken), done, reader, texts);
        return page with
        {
            TakenDown = entry.Summary.TakenDown is not null && await takeDowns.ListAsync(entry.Actor, subject, cancellationToken) is [var last, ..] ? last : null,
            Rejected = await rejections.FindAsync(entry.Actor, subject, cancellationToken),
        };
    }

    /// <param name="actor">Who adds one.</param>
    /// <param name="posted">Null before anything was typed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where the actor may add nothing.</returns>
    public async Task<(NewEntryPage Page, DraftInput Input)?> NewAsync(Actor actor, PostedForm? posted, CancellationToken cancellationToken)
    {
        var countries = await entries.CountriesAsync(actor, cancellationToken);
        if (countries.IsEmpty)
        {
            return null;
        }

        var form = posted ?? new PostedForm(FormCollection.Empty);
        var country = countries.FirstOrDefault(country => country.Id == form.Id(NewEntryForm.Country)) ?? countries[0];
        var offered = await choices.ReadAsync(country.Id, cancellationToken);
        var taken = (await entries.ListAsync(actor, cancellationToken)).Select(entry => entry.Slug?.Value).OfType<string>().ToHashSet();
        var input = new NewEntryForm(form, offered, country).Read(taken);
        var typed = (OrganisationDraft)input.Draft;
        return (NewEntryPage.From(countries, country, offered, posted is null ? typed with { OwnLanguage = reader.Language.Tag.Value } : typed, posted is null, reader, texts), input);
    }

    private Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<EntrySummary> all, CancellationToken cancellationToken) =>
        staff.ReadAsync(all.SelectMany(entry => entry.Open).Select(revision => revision.AuthorId), cancellationToken);
}
