using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>Everything the public can see at one moment. Immutable: a change of content makes a new one.</summary>
/// <param name="Languages">In the order of the language switch; at least one, the first is the fallback.</param>
/// <param name="AssistanceTypes">In the order of the taxonomy.</param>
/// <param name="Audiences">In the order of the taxonomy.</param>
/// <param name="Countries">By slug; at least one.</param>
public sealed record PublishedDirectory(
    ImmutableArray<Language> Languages,
    ImmutableArray<PublishedTerm> AssistanceTypes,
    ImmutableArray<PublishedTerm> Audiences,
    ImmutableArray<PublishedCountry> Countries)
{
    /// <summary>
    /// When something changed last that no provider's <see cref="Provider.ChangedAt"/> says: the whole was loaded, an entry taken down, or a term
    /// changed, UTC. Null where none of it is known.
    /// </summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>Null where the site does not have that language.</summary>
    public Language? FindLanguage(string? tag) => Languages.FirstOrDefault(language => language.Tag.Value == tag);

    /// <summary>Null where the site does not have that country.</summary>
    public PublishedCountry? FindCountry(string? slug) => Countries.FirstOrDefault(country => country.Slug.Value == slug);
}
