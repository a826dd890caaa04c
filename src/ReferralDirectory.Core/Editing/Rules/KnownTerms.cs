using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>What a draft may refer to, and what others have taken already.</summary>
internal sealed record KnownTerms
{
    /// <summary>ISO 3166-1 of the subject's country; empty for the taxonomy.</summary>
    public required string CountryCode { get; init; }

    public required ImmutableHashSet<string> Languages { get; init; }

    public required ImmutableHashSet<Guid> Sources { get; init; }

    public required ImmutableHashSet<Guid> Places { get; init; }

    public required ImmutableHashSet<Guid> AssistanceTypes { get; init; }

    public required ImmutableHashSet<Guid> Audiences { get; init; }

    public required ImmutableHashSet<Guid> Steps { get; init; }

    /// <summary>True where another has the draft's slug; for a step's text, where the step has another text in the draft's language.</summary>
    public required bool IsNameTaken { get; init; }

    /// <summary>For an organisation: what others are called.</summary>
    public required TakenNames TakenNames { get; init; }
}
