using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing;

/// <summary>An organisation's entry, or one that is to become one, as it stands.</summary>
public sealed record EntrySummary
{
    /// <summary>Id of the organisation.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it works.</summary>
    public required EntryCountry Country { get; init; }

    /// <summary>Its name in an address; null where it was never published.</summary>
    public required Domain.Slug? Slug { get; init; }

    /// <summary>Its name; null where a new entry has none yet.</summary>
    public required Domain.LocalisedText? LocalisedName { get; init; }

    /// <summary>Its name in every language, and others people use.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>When somebody took it down, UTC; null otherwise.</summary>
    public required DateTime? TakenDown { get; init; }

    /// <summary>What is being written about it, the latest first.</summary>
    public required ImmutableArray<OpenRevision> Open { get; init; }

    /// <summary>The actor may write drafts of it. Otherwise they may read it, and take it down.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>The public has seen it; it may have been taken down since.</summary>
    public bool WasPublished => Slug is not null;
}
