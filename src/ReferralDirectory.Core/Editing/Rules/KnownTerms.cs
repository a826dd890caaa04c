using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

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

    /// <summary>Slugs of other subjects of the same kind, and in the same country where slugs are a country's.</summary>
    public required ImmutableHashSet<string> SlugsTaken { get; init; }

    /// <summary>For a step's text: languages that the step has texts of already.</summary>
    public required ImmutableHashSet<(Guid Step, LanguageTag Language)> StepTextsTaken { get; init; }
}
