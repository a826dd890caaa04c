using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>An entry as it stands for whoever asks: what the public sees, and what they are writing.</summary>
public sealed record EntryState
{
    public required Actor Actor { get; init; }

    public required EntrySummary Summary { get; init; }

    /// <summary>What the public sees, or saw last; null for a new entry, or where the actor may not edit it.</summary>
    public required DraftStart? Start { get; init; }

    /// <summary>The actor's own draft; null where there is none.</summary>
    public required RevisionDetails? Own { get; init; }

    public required DraftChoices Choices { get; init; }

    public Guid Id => Summary.Id;

    public OrganisationDraft? Published => (OrganisationDraft?)(Own?.Published ?? Start?.Draft);

    /// <summary>What forms start from; null where there is nothing the actor may write on.</summary>
    public OrganisationDraft? Draft => (OrganisationDraft?)Own?.Draft ?? Published;

    /// <summary>What the actor has sent, and nobody has decided about.</summary>
    public OpenRevision? Waiting => Summary.Open.FirstOrDefault(revision => revision.State == RevisionState.Submitted && revision.AuthorId == Actor.Id);

    /// <summary>What others write about the same.</summary>
    public IEnumerable<OpenRevision> OfOthers => Summary.Open.Where(revision => revision.AuthorId != Actor.Id);
}
