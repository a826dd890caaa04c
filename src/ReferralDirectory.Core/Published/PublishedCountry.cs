using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>A country as the public sees it.</summary>
public sealed class PublishedCountry
{
    private readonly FrozenDictionary<string, Provider> providersBySlug;

    /// <param name="providers">By slug, each slug once.</param>
    public PublishedCountry(ImmutableArray<Provider> providers)
    {
        Providers = providers;
        providersBySlug = providers.ToFrozenDictionary(provider => provider.Slug.Value, StringComparer.Ordinal);
        Hotlines = [.. providers.Where(provider => provider.HasHotline && provider.Phones.Any()).OrderByDescending(provider => provider.HasFreePhone)];
        TypesOffered = providers.SelectMany(provider => provider.Types).ToFrozenSet();
    }

    /// <summary>Its name in an address.</summary>
    public required Slug Slug { get; init; }

    /// <summary>Its name.</summary>
    public required LocalisedText Name { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<PublishedEmergencyNumber> EmergencyNumbers { get; init; }

    /// <summary>Where facts come from, by slug.</summary>
    public required ImmutableArray<LocalisedText> Sources { get; init; }

    /// <summary>Regions and towns.</summary>
    public required ImmutableArray<PublishedTerm> Places { get; init; }

    /// <summary>The six steps, in order.</summary>
    public required ImmutableArray<PublishedStep> Steps { get; init; }

    /// <summary>Providers by slug.</summary>
    public ImmutableArray<Provider> Providers { get; }

    /// <summary>Null where there is none of that name.</summary>
    public Provider? FindProvider(string? slug) => slug is null ? null : providersBySlug.GetValueOrDefault(slug);

    /// <summary>The step of a key.</summary>
    public PublishedStep Step(StepKey key) => Steps.Single(step => step.Key == key);

    /// <summary>Providers that run a hotline, those with a free number first: whom a reader can call now.</summary>
    public ImmutableArray<Provider> Hotlines { get; }

    /// <summary>Every assistance type that some provider offers.</summary>
    public FrozenSet<PublishedTerm> TypesOffered { get; }
}
