using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary>Everything a content folder holds, valid as a whole.</summary>
/// <param name="Languages">In the order of the file; at least one.</param>
/// <param name="AssistanceTypes">In the order of the file.</param>
/// <param name="Audiences">In the order of the file.</param>
/// <param name="Countries">By slug, each with all that belongs to it; at least one.</param>
public sealed record ContentSet(
    ImmutableArray<Language> Languages,
    ImmutableArray<AssistanceType> AssistanceTypes,
    ImmutableArray<Audience> Audiences,
    ImmutableArray<Country> Countries);
