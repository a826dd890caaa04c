using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>A revision without what it says.</summary>
public sealed record RevisionSummary
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of what.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Whose reviewers decide; null for the taxonomy.</summary>
    public required Guid? CountryId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the subject, as this revision says it; null where it has none yet.</summary>
    public required LocalisedText? Name { get; init; }

    /// <inheritdoc cref="Revision.State"/>
    public required RevisionState State { get; init; }

    /// <inheritdoc cref="Revision.AuthorId"/>
    public required Guid? AuthorId { get; init; }

    /// <inheritdoc cref="Revision.Contributors"/>
    public required ImmutableArray<Guid> Contributors { get; init; }

    /// <inheritdoc cref="Revision.Origin"/>
    public required RevisionOrigin Origin { get; init; }

    /// <inheritdoc cref="Revision.Note"/>
    public required string Note { get; init; }

    /// <inheritdoc cref="Revision.CreatedAt"/>
    public required DateTime CreatedAt { get; init; }

    /// <inheritdoc cref="Revision.SubmittedAt"/>
    public required DateTime? SubmittedAt { get; init; }

    /// <inheritdoc cref="Revision.DecidedAt"/>
    public required DateTime? DecidedAt { get; init; }

    /// <inheritdoc cref="Revision.DecidedById"/>
    public required Guid? DecidedById { get; init; }

    /// <inheritdoc cref="Revision.Reason"/>
    public required string? Reason { get; init; }

    /// <inheritdoc cref="Revision.BringsBack"/>
    public required bool BringsBack { get; init; }

    /// <summary>Goes into forms, so that a decision is about what was looked at.</summary>
    public required Guid Version { get; init; }

    internal static RevisionSummary From(Revision revision) => new()
    {
        Id = revision.Id,
        Subject = new Subject(revision.SubjectKind, revision.SubjectId),
        CountryId = revision.CountryId,
        Number = revision.Number,
        Name = DraftName.Of(DraftJson.Read(revision.Snapshot)),
        State = revision.State,
        AuthorId = revision.AuthorId,
        Contributors = revision.Contributors,
        Origin = revision.Origin,
        Note = revision.Note,
        CreatedAt = revision.CreatedAt,
        SubmittedAt = revision.SubmittedAt,
        DecidedAt = revision.DecidedAt,
        DecidedById = revision.DecidedById,
        Reason = revision.Reason,
        BringsBack = revision.BringsBack,
        Version = revision.Version,
    };
}
