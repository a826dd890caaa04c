using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What one service says.</summary>
public sealed record ServiceDraft
{
    /// <summary>The service's id; empty for a new one. An id that is not this organisation's is replaced.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public ImmutableArray<TextDraft> Description { get; init; } = [];

    /// <summary>On what conditions one gets it; may be empty.</summary>
    public ImmutableArray<TextDraft> Eligibility { get; init; } = [];

    /// <summary>Assistance types, at least one.</summary>
    public ImmutableArray<Guid> Types { get; init; } = [];

    /// <summary>Audiences; may be empty.</summary>
    public ImmutableArray<Guid> Audiences { get; init; } = [];
}
