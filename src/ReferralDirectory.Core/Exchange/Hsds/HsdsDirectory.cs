using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>A directory counted as the standard counts it. Made when somebody first asks, and again when the directory changes.</summary>
public sealed class HsdsDirectory
{
    private static readonly ConditionalWeakTable<PublishedDirectory, HsdsDirectory> Known = [];

    private readonly ConcurrentDictionary<LanguageTag, ImmutableArray<LanguageTag>> languages = new();
    private readonly ZoneOffsets offsets;
    private readonly Lazy<Dictionary<Guid, HsdsEntry>> entries;
    private readonly Lazy<Dictionary<Guid, HsdsOffer>> offers;
    private readonly Lazy<ImmutableArray<HsdsPlacedService>> placed;
    private readonly Lazy<Dictionary<Guid, HsdsPlacedService>> placedById;

    private HsdsDirectory(PublishedDirectory directory)
    {
        Directory = directory;
        Organizations = [.. directory.Countries.SelectMany(country => country.Providers.Select(provider => new HsdsEntry(country, provider)))];
        Services = [.. Organizations.SelectMany(ServicesOf)];
        LastChange = Organizations.Select(entry => entry.Provider.ChangedAt).Append(directory.ChangedAt).Max();
        offsets = new([.. Organizations.Select(entry => entry.Provider.OpeningHours?.TimeZone).OfType<string>().Distinct(StringComparer.Ordinal)]);
        entries = new(() => Organizations.ToDictionary(entry => entry.Provider.Id));
        offers = new(() => Services.ToDictionary(offer => offer.Service.Id));
        placed = new(() => [.. Services.SelectMany(PlacesOf)]);
        placedById = new(() => placed.Value.ToDictionary(item => HsdsPlaces.LinkId(item.Service.Id, item.LocationId)));
    }

    /// <summary>What it is made of.</summary>
    public PublishedDirectory Directory { get; }

    /// <summary>By country and slug.</summary>
    public ImmutableArray<HsdsEntry> Organizations { get; }

    /// <summary>By organisation, in the order of each.</summary>
    public ImmutableArray<HsdsOffer> Services { get; }

    /// <summary>By service, in the order of its places.</summary>
    public ImmutableArray<HsdsPlacedService> ServicesAtLocations => placed.Value;

    /// <summary>The latest change of any entry or term, or of what was taken down, or when it was loaded, UTC; null where none of it is known.</summary>
    public DateTime? LastChange { get; }

    /// <summary>How far its time zones are ahead of UTC at a moment: two moments with the same text have the same hours told.</summary>
    public string OffsetsAt(DateTime utc) => offsets.At(utc);

    /// <summary>Languages of what is told where one is asked for: that one, then those of texts that are not in it.</summary>
    public ImmutableArray<LanguageTag> LanguagesIn(LanguageTag language) => languages.GetOrAdd(language, static (asked, entries) =>
        [asked, .. entries.SelectMany(HsdsTexts.Of).Select(text => text.In(asked).Language).Where(told => told != asked).Distinct().OrderBy(told => told.Value, StringComparer.Ordinal)], Organizations);

    /// <summary>The same object for the same directory.</summary>
    public static HsdsDirectory Of(PublishedDirectory directory) => Known.GetValue(directory, static made => new HsdsDirectory(made));

    /// <summary>Null where there is none.</summary>
    public HsdsEntry? FindOrganization(Guid id) => entries.Value.TryGetValue(id, out var found) ? found : null;

    /// <summary>Null where there is none.</summary>
    public HsdsOffer? FindService(Guid id) => offers.Value.TryGetValue(id, out var found) ? found : null;

    /// <summary>Null where there is none.</summary>
    public HsdsPlacedService? FindServiceAtLocation(Guid id) => placedById.Value.TryGetValue(id, out var found) ? found : null;

    /// <summary>Services that a query is for; best first where words are asked for.</summary>
    public async Task<IReadOnlyList<HsdsOffer>> FindServicesAsync(HsdsQuery query, ProviderSearch search) =>
        query.IsEmpty ? Services
        : query.AsksForTerms ? [.. (await EntriesAsync(query, search)).SelectMany(ServicesOf).Where(offer => Meets(query, offer))]
        : new HsdsOffers([.. await EntriesAsync(query, search)]);

    /// <summary>Organisations that a query is for; where it asks for a term, those that offer something of it.</summary>
    public async Task<IReadOnlyList<HsdsEntry>> FindOrganizationsAsync(HsdsQuery query, ProviderSearch search) =>
        query.IsEmpty ? Organizations : [.. (await EntriesAsync(query, search)).Where(entry => !query.AsksForTerms || ServicesOf(entry).Any(offer => Meets(query, offer)))];

    /// <summary>Services that a query is for, at each of their locations.</summary>
    public async Task<IReadOnlyList<HsdsPlacedService>> FindServicesAtLocationsAsync(HsdsQuery query, ProviderSearch search) =>
        query.IsEmpty ? ServicesAtLocations : [.. (await FindServicesAsync(query, search)).SelectMany(PlacesOf)];

    /// <summary>Services of an organisation, in its order.</summary>
    internal static IEnumerable<HsdsOffer> ServicesOf(HsdsEntry entry) => entry.Provider.Services.Select(service => new HsdsOffer(entry.Country, entry.Provider, service));

    private static IEnumerable<HsdsPlacedService> PlacesOf(HsdsOffer offer) =>
        HsdsPlaces.Of(offer.Provider).Select(location => new HsdsPlacedService(offer.Country, offer.Provider, offer.Service, location.Id));

    private async Task<IEnumerable<HsdsEntry>> EntriesAsync(HsdsQuery query, ProviderSearch search)
    {
        IEnumerable<HsdsEntry> found = Organizations;
        if (query.Words.Length > 0)
        {
            List<HsdsEntry> hits = [];
            foreach (var country in Directory.Countries)
            {
                await search.PrepareAsync(country);
                hits.AddRange(search.FindAll(country, query.Words).Select(provider => new HsdsEntry(country, provider)));
            }

            found = hits;
        }

        return found.Where(entry =>
            (query.OrganizationId is not { } organization || entry.Provider.Id == organization)
            && (query.ModifiedAfter is not { } after || entry.Provider.ChangedAt is not { } changed || changed + HsdsQuery.Overlap >= after));
    }

    private static bool Meets(HsdsQuery query, HsdsOffer offer) =>
        (query.TermId is not { } term || HasTerm(offer, term)) && (query.TaxonomyId is not { } taxonomy || HasTermOf(offer, taxonomy));

    private static bool HasTerm(HsdsOffer offer, Guid term) =>
        offer.Service.Types.Any(type => type.Id == term)
        || offer.Service.Audiences.Any(audience => audience.Id == term)
        || offer.Provider.Source.Id == term;

    private static bool HasTermOf(HsdsOffer offer, Guid taxonomy) => HsdsTaxonomyKinds.All.Where(kind => kind.Id() == taxonomy).Any(kind => kind switch
    {
        HsdsTaxonomyKind.AssistanceType or HsdsTaxonomyKind.Source => true,
        HsdsTaxonomyKind.Audience => !offer.Service.Audiences.IsEmpty,
    });
}
