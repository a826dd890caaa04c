using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Rules;

namespace ReferralDirectory.Core.Exchange;

/// <summary>What organisations may refer to, by slug and by id, as it stands when a file is read or written.</summary>
internal sealed class ExchangeTerms
{
    private readonly FrozenDictionary<string, Country> countries;
    private readonly FrozenDictionary<(Guid Country, string Slug), Guid> sources;
    private readonly FrozenDictionary<(Guid Country, string Slug), Guid> places;
    private readonly FrozenDictionary<string, Guid> types;
    private readonly FrozenDictionary<string, Guid> audiences;
    private readonly FrozenDictionary<Guid, string> slugs;
    private readonly FrozenDictionary<Guid, KnownTerms> known;

    private ExchangeTerms(List<Language> languages, List<Country> all, List<Source> allSources, List<Place> allPlaces, List<AssistanceType> allTypes, List<Audience> allAudiences)
    {
        Languages = [.. languages.OrderBy(language => language.Position).Select(language => language.Tag.Value)];
        countries = all.ToFrozenDictionary(country => country.Slug.Value);
        sources = allSources.ToFrozenDictionary(source => (source.CountryId, source.Slug.Value), source => source.Id);
        places = allPlaces.ToFrozenDictionary(place => (place.CountryId, place.Slug.Value), place => place.Id);
        types = allTypes.ToFrozenDictionary(type => type.Slug.Value, type => type.Id);
        audiences = allAudiences.ToFrozenDictionary(audience => audience.Slug.Value, audience => audience.Id);
        slugs = allSources.Select(source => (source.Id, source.Slug)).Concat(allPlaces.Select(place => (place.Id, place.Slug)))
            .Concat(allTypes.Select(type => (type.Id, type.Slug))).Concat(allAudiences.Select(audience => (audience.Id, audience.Slug)))
            .Concat(all.Select(country => (country.Id, country.Slug))).ToFrozenDictionary(term => term.Id, term => term.Slug.Value);
        known = all.ToFrozenDictionary(country => country.Id, country => new KnownTerms
        {
            CountryCode = country.Code,
            Languages = [.. Languages],
            Sources = [.. allSources.Where(source => source.CountryId == country.Id).Select(source => source.Id)],
            Places = [.. allPlaces.Where(place => place.CountryId == country.Id).Select(place => place.Id)],
            AssistanceTypes = [.. types.Values],
            Audiences = [.. audiences.Values],
            Steps = [],
            IsNameTaken = false,
            TakenNames = TakenNames.None,
        });
    }

    /// <summary>Of the site, in their order.</summary>
    public ImmutableArray<string> Languages { get; }

    public static async Task<ExchangeTerms> ReadAsync(DirectoryDb db, CancellationToken cancellationToken) => new(
        await db.Languages.AsNoTracking().ToListAsync(cancellationToken),
        await db.Countries.AsNoTracking().ToListAsync(cancellationToken),
        await db.Sources.AsNoTracking().ToListAsync(cancellationToken),
        await db.Places.AsNoTracking().ToListAsync(cancellationToken),
        await db.AssistanceTypes.AsNoTracking().ToListAsync(cancellationToken),
        await db.Audiences.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Null where there is none.</summary>
    public Country? Country(string slug) => countries.GetValueOrDefault(slug);

    public Guid? Source(Guid country, string slug) => Find(sources, (country, slug));

    public Guid? Place(Guid country, string slug) => Find(places, (country, slug));

    public Guid? AssistanceType(string slug) => Find(types, slug);

    public Guid? Audience(string slug) => Find(audiences, slug);

    /// <summary>Of any term.</summary>
    public string Slug(Guid id) => slugs[id];

    /// <summary>What drafts of a country may refer to.</summary>
    public KnownTerms Known(Guid country) => known[country];

    private static Guid? Find<TKey>(FrozenDictionary<TKey, Guid> ids, TKey key)
        where TKey : notnull => ids.TryGetValue(key, out var id) ? id : null;
}
