using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>Finds an entry with somebody's draft of it, and saves that draft.</summary>
public sealed class EntryDesk(EntryArchive entries, RevisionArchive revisions, DraftDesk drafts, DraftChoicesReader choices)
{
    /// <summary>Null where there is none, or the actor may not know of it.</summary>
    public async Task<EntryState?> FindAsync(Actor actor, Guid organisationId, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(actor, organisationId, cancellationToken) is not { } summary)
        {
            return null;
        }

        var own = summary.Open.FirstOrDefault(revision => revision.State == RevisionState.Draft && revision.AuthorId == actor.Id);
        return new EntryState
        {
            Actor = actor,
            Summary = summary,
            Start = summary.WasPublished ? await drafts.OpenAsync(actor, new Subject(SubjectKind.Organisation, organisationId), cancellationToken) : null,
            Own = own is null ? null : await revisions.FindAsync(actor, own.Id, cancellationToken),
            Choices = await choices.ReadAsync(summary.Country.Id, cancellationToken),
        };
    }

    /// <summary>A new entry as its author wrote it last, when it is no draft any more: nothing can be saved in it. Null where they wrote none.</summary>
    public async Task<EntryState?> FindPastAsync(Actor actor, Guid organisationId, CancellationToken cancellationToken)
    {
        if (await revisions.LastOwnAsync(actor, new Subject(SubjectKind.Organisation, organisationId), cancellationToken) is not { CountryId: { } countryId } last
            || (await entries.CountriesAsync(actor, cancellationToken)).FirstOrDefault(offered => offered.Id == countryId) is not { } country)
        {
            return null;
        }

        return new EntryState
        {
            Actor = actor,
            Summary = new EntrySummary { Id = organisationId, Country = country, Slug = null, LocalisedName = last.Name, Names = [], TakenDown = null, Open = [], MayEdit = true },
            Start = null,
            Own = await revisions.FindAsync(actor, last.Id, cancellationToken),
            Choices = await choices.ReadAsync(countryId, cancellationToken),
        };
    }

    /// <summary>Saves what somebody has changed, in their draft or in a new one.</summary>
    /// <param name="entry">As it was read for this request.</param>
    /// <param name="draft">Its draft, with the change.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<EditResult> SaveAsync(EntryState entry, OrganisationDraft draft, CancellationToken cancellationToken) =>
        drafts.SaveAsync(
            entry.Actor,
            new DraftInput
            {
                Draft = draft,
                RevisionId = entry.Own?.Summary.Id,
                RevisionVersion = entry.Own?.Summary.Version,
                SubjectId = entry.Id,
                IsFirst = entry.Own is null,
                BaseVersion = entry.Start?.BaseVersion,
                Note = entry.Own?.Summary.Note ?? "",
            },
            cancellationToken);
}
