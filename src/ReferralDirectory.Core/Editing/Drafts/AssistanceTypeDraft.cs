using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What an <see cref="AssistanceType"/> says. Which type is the hotline is not edited.</summary>
public sealed record AssistanceTypeDraft : SubjectDraft
{
    /// <inheritdoc/>
    public override SubjectKind SubjectKind => SubjectKind.AssistanceType;

    /// <summary>Stays as it is once it was published.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Order in lists, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The professional term.</summary>
    public ImmutableArray<TextDraft> Name { get; init; } = [];

    /// <summary>The need in a reader's words.</summary>
    public ImmutableArray<TextDraft> Need { get; init; } = [];

    /// <summary>Everyday words that lead to it.</summary>
    public ImmutableArray<SearchWordsDraft> SearchWords { get; init; } = [];

    /// <summary>True where the home page shows it as a tile.</summary>
    public bool IsOnHome { get; init; }
}
