using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Core.Tests.Search;

/// <summary>Counts against plain counting, under every combination of filters.</summary>
public sealed class FacetTests
{
    [Theory]
    [InlineData("")]
    [InlineData("помощь")]
    [InlineData("приют для женщин")]
    [InlineData("no such word at all")]
    [InlineData("юрист Иркутск Питер")]
    [InlineData("приют квзщпрт")]
    public void Facets_OfTheRealDirectory_AreRightUnderEveryCombinationOfFilters(string words) =>
        AssertRight(SampleSearch.Real, words, all: true);

    [Theory]
    [InlineData("")]
    [InlineData("центр")]
    [InlineData("lawyer")]
    public void Facets_OfAThousandProviders_AreRightUnderCombinationsOfFilters(string words) =>
        AssertRight(SampleSearch.Generated, words, all: false);

    [Fact]
    public void Facets_OfAThousandProviders_AreRightUnderFiltersDrawnByChance()
    {
        var directory = SampleSearch.Generated;
        var random = new SeededRandom(20261126);
        foreach (var words in new[] { "", "центр", "lawyer", "юрист в Норильске", "приют квзщпрт", "психалог" })
        {
            var matching = directory.Find(words).Hits.Select(hit => hit.Provider).ToList();
            for (var round = 0; round < 40; round++)
            {
                var isPlaceless = random.OneIn(5);
                AssertRight(directory, matching, new ProviderQuery(
                    words,
                    OneOf(directory.AssistanceTypes),
                    isPlaceless ? null : OneOf(directory.Countries[0].Places),
                    isPlaceless,
                    OneOf(directory.Audiences),
                    random.OneIn(2)));
            }
        }

        PublishedTerm? OneOf(IReadOnlyList<PublishedTerm> terms) => random.OneIn(3) ? null : random.Of(terms);
    }

    private static void AssertRight(PublishedDirectory directory, string words, bool all)
    {
        var matching = directory.Find(words).Hits.Select(hit => hit.Provider).ToList();
        var step = all ? 1 : 5;
        foreach (var need in Choices(directory.AssistanceTypes, step))
        {
            foreach (var audience in Choices(directory.Audiences, step))
            {
                foreach (var place in Choices(directory.Countries[0].Places, all ? 1 : 20))
                {
                    AssertRight(directory, matching, new ProviderQuery(words, need, place, false, audience));
                    AssertRight(directory, matching, new ProviderQuery(words, need, place, false, audience, FreeOnly: true));
                }

                AssertRight(directory, matching, new ProviderQuery(words, need, null, true, audience));
                AssertRight(directory, matching, new ProviderQuery(words, need, null, true, audience, FreeOnly: true));
            }
        }
    }

    private static void AssertRight(PublishedDirectory directory, List<Provider> matching, ProviderQuery query)
    {
        var results = directory.Find(query);

        Assert.Equal(Count(query), results.Total);
        Assert.All(directory.AssistanceTypes, type => Assert.Equal(Count(query with { Need = type }), results.Facets.Needs.Of(type)));
        Assert.All(directory.Audiences, audience => Assert.Equal(Count(query with { Audience = audience }), results.Facets.Audiences.Of(audience)));
        Assert.All(directory.Countries[0].Places, place => Assert.Equal(Count(query with { Place = place, PlaceNotStated = false }), results.Facets.Places.Of(place)));
        Assert.Equal(Count(query with { Place = null, PlaceNotStated = true }), results.Facets.PlaceNotStated);

        int Count(ProviderQuery asked) => matching.Count(provider => Meets(provider, asked));
    }

    private static bool Meets(Provider provider, ProviderQuery query) =>
        (!query.FreeOnly || provider.HasFreePhone)
        && (!query.PlaceNotStated || provider.Places.IsEmpty)
        && (query.Place is null || provider.Places.Any(place => ReferenceEquals(place, query.Place)))
        && provider.Services.Any(service =>
            (query.Need is null || service.Types.Any(type => ReferenceEquals(type, query.Need)))
            && (query.Audience is null || service.Audiences.Any(audience => ReferenceEquals(audience, query.Audience))));

    private static IEnumerable<PublishedTerm?> Choices(IReadOnlyCollection<PublishedTerm> terms, int step) =>
        terms.Where((_, number) => number % step == 0).Prepend(null);
}
