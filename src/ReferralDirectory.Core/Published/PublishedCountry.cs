using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>A country as the public sees it.</summary>
public sealed class PublishedCountry
{
    /// <param name="providers">By slug, each slug once.</param>
    public PublishedCountry(ImmutableArray<Provider> providers)
    {
        Providers = providers;
        // Lists in a row: sorting by several keys would cost the start more.
        var hotlines = providers.Where(provider => provider.HasHotline && provider.Phones.Any()).ToList();
        List<Provider> freshFirst = [.. hotlines.Where(provider => provider.Confirmed is { IsStale: false }), .. hotlines.Where(provider => provider.Confirmed is not { IsStale: false })];
        Hotlines = [.. freshFirst.Where(provider => provider.HasFreePhone), .. freshFirst.Where(provider => !provider.HasFreePhone)];
        TypesOffered = TypesOf(providers);
    }

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name in an address.</summary>
    public required Slug Slug { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required LocalisedText Name { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<PublishedEmergencyNumber> EmergencyNumbers { get; init; }

    /// <summary>Where facts come from, by slug.</summary>
    public required ImmutableArray<PublishedSource> Sources { get; init; }

    /// <summary>Regions and towns.</summary>
    public required ImmutableArray<PublishedTerm> Places { get; init; }

    /// <summary>The six steps, in order.</summary>
    public required ImmutableArray<PublishedStep> Steps { get; init; }

    /// <summary>Providers by slug.</summary>
    public ImmutableArray<Provider> Providers { get; }

    /// <summary>The same country with some providers as they are now, in place of what it has under their ids.</summary>
    /// <param name="ids">Providers to leave out.</param>
    /// <param name="now">Providers to put in, by slug; each slug once.</param>
    internal PublishedCountry With(IReadOnlySet<Guid> ids, IReadOnlyList<Provider> now)
    {
        var providers = ImmutableArray.CreateBuilder<Provider>(Providers.Length + now.Count);
        var next = 0;
        foreach (var provider in Providers)
        {
            for (; next < now.Count && string.CompareOrdinal(now[next].Slug.Value, provider.Slug.Value) <= 0; next++)
            {
                providers.Add(now[next]);
            }

            if (!ids.Contains(provider.Id))
            {
                providers.Add(provider);
            }
        }

        providers.AddRange(now.Skip(next));
        return new PublishedCountry(providers.DrainToImmutable())
        {
            Id = Id,
            Slug = Slug,
            Code = Code,
            Name = Name,
            EmergencyNumbers = EmergencyNumbers,
            Sources = Sources,
            Places = Places,
            Steps = Steps,
        };
    }

    /// <summary>Null where there is none of that name.</summary>
    public Provider? FindProvider(string? slug)
    {
        var (from, to) = (0, slug is null ? 0 : Providers.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var order = string.CompareOrdinal(Providers[middle].Slug.Value, slug);
            if (order == 0)
            {
                return Providers[middle];
            }

            (from, to) = order < 0 ? (middle + 1, to) : (from, middle);
        }

        return null;
    }

    /// <summary>The step of a key.</summary>
    public PublishedStep Step(StepKey key) => Steps.Single(step => step.Key == key);

    /// <summary>Providers that run a hotline, those with a free number first, among equals those whose contacts were confirmed lately: whom a reader can call now.</summary>
    public ImmutableArray<Provider> Hotlines { get; }

    /// <summary>Every assistance type that some provider offers.</summary>
    public IReadOnlySet<PublishedTerm> TypesOffered { get; }

    // Loops and not queries: an edit makes the country anew, with all of its providers.
    private static HashSet<PublishedTerm> TypesOf(ImmutableArray<Provider> providers)
    {
        var types = new HashSet<PublishedTerm>();
        foreach (var provider in providers)
        {
            foreach (var service in provider.Services)
            {
                foreach (var type in service.Types)
                {
                    types.Add(type);
                }
            }
        }

        return types;
    }
}
