using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>What the drafts of a country may refer to, in the order of lists; also to show the ids of a difference as names.</summary>
/// <param name="Languages">Those of the site: a text may be in each of them.</param>
/// <param name="Sources">By slug.</param>
/// <param name="Places">Of the country.</param>
/// <param name="AssistanceTypes">The taxonomy.</param>
/// <param name="Audiences">The taxonomy.</param>
public sealed record DraftChoices(
    ImmutableArray<Language> Languages,
    ImmutableArray<DraftChoice> Sources,
    ImmutableArray<DraftChoice> Places,
    ImmutableArray<DraftChoice> AssistanceTypes,
    ImmutableArray<DraftChoice> Audiences);
