using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What an <see cref="Audience"/> says.</summary>
public sealed record AudienceDraft : SubjectDraft
{
    /// <inheritdoc/>
    public override SubjectKind SubjectKind => SubjectKind.Audience;

    /// <summary>Stays as it is once it was published.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Order in lists, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Who they are.</summary>
    public ImmutableArray<TextDraft> Name { get; init; } = [];

    /// <summary>Other words people type.</summary>
    public ImmutableArray<SearchWordsDraft> SearchWords { get; init; } = [];
}
