using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>Days with other hours than the weekly ones.</summary>
public sealed record OpeningExceptionDraft
{
    /// <summary>The first day, as <c>2026-12-31</c>.</summary>
    public string From { get; init; } = "";

    /// <summary>The last day.</summary>
    public string To { get; init; } = "";

    /// <summary>Empty means closed.</summary>
    public ImmutableArray<OpeningRangeDraft> Ranges { get; init; } = [];

    /// <summary>May be empty.</summary>
    public ImmutableArray<TextDraft> Note { get; init; } = [];
}
