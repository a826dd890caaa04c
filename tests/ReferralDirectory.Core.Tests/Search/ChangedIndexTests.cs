using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Core.Tests.Search;

/// <summary>What is searched between an edit and the new index, held against the new index.</summary>
public sealed class ChangedIndexTests
{
    private const int Changes = 40;

    private static readonly PublishedCountry Before = SampleContent.Generated(2000).Countries[0];
    private static readonly PublishedCountry After = Change(Before);
    private static readonly ProviderIndex Built = ProviderIndex.Build(Before.Providers);
    private static readonly ChangedIndex Changed = ChangedIndex.Between(Built, After)!;
    private static readonly ProviderIndex Whole = ProviderIndex.Build(After.Providers);

    public static TheoryData<string> Words =>
    [
        "центр", "помощь женщинам", "lawyer", "юрист", "shelter for women", "приют в Иркутске", "passport taken", "негде жить", "ghb.n",
        "адвокат паспорт дети", "peterburg", "no such word at all", "квзщпрт", "a", "ю", "8 800", "Zyxwvut", "Zyxwvut lawyer", "zyxvvut", "Zyxwvut иркутск приют",
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void Find_ForWords_FindsWhatTheWholeIndexFinds(string words)
    {
        AssertSame(new ProviderQuery(words));
        AssertSame(new ProviderQuery(words, FreeOnly: true));
        AssertSame(new ProviderQuery(words, Need: After.TypesOffered.First(), Audience: After.Providers.SelectMany(provider => provider.Audiences).First()));
        AssertSame(new ProviderQuery(words, Place: After.Places[3]));
        AssertSame(new ProviderQuery(words, PlaceNotStated: true));
    }

    [Fact]
    public void Find_ForNamesAndNumbers_FindsWhatTheWholeIndexFinds()
    {
        foreach (var provider in After.Providers.Where((_, number) => number % 20 == 0).Concat(After.Providers.Except(Before.Providers, ReferenceEqualityComparer.Instance).Cast<Provider>()))
        {
            Assert.All(provider.Name.Translations, name => AssertSame(new ProviderQuery(name.Text)));
            Assert.All(provider.Phones, phone => AssertSame(new ProviderQuery(phone.Value)));
        }
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(15, 15)]
    [InlineData(1990, 15)]
    [InlineData(5000, 15)]
    [InlineData(3, int.MaxValue)]
    public void Find_WithoutWords_GivesTheSamePageAsTheWholeIndex(int skip, int take) => Assert.Equal(
        Whole.Find(new ProviderQuery(), skip, take).Hits.Select(hit => hit.Provider),
        Changed.Find(new ProviderQuery(), skip, take).Hits.Select(hit => hit.Provider),
        ReferenceEqualityComparer.Instance);

    [Fact]
    public void Find_PageByPage_GivesEachProviderOnce()
    {
        var all = Changed.Find(new ProviderQuery("центр"), 0, int.MaxValue).Hits.Select(hit => hit.Provider.Slug);

        Assert.Equal(all, Enumerable.Range(0, 200).SelectMany(page => Changed.Find(new ProviderQuery("центр"), page * 15, 15).Hits.Select(hit => hit.Provider.Slug)));
    }

    [Fact]
    public void Find_ForAWordThatOnlyAFormerNameHad_FindsNothing()
    {
        var renamed = Before.Providers.First(provider => After.FindProvider(provider.Slug.Value) is { } now && now.Name.Translations[0].Text.StartsWith("Zyxwvut", StringComparison.Ordinal));

        Assert.DoesNotContain(Changed.Find(new ProviderQuery(renamed.Name.Translations[0].Text), 0, int.MaxValue).Hits, hit => ReferenceEquals(hit.Provider, renamed));
    }

    [Fact]
    public void Between_ForASmallCountryOrManyChanges_LeavesItToBuildingAnew()
    {
        var small = SampleContent.Generated(100).Countries[0];

        Assert.Null(ChangedIndex.Between(ProviderIndex.Build(small.Providers), small));
        Assert.Null(ChangedIndex.Between(Built, With([.. Before.Providers.Select(provider => provider with { })])));
    }

    [Fact]
    public async Task Search_AfterAnEdit_FindsItAtOnceAndLaterInTheOrderOfTheWholeIndex()
    {
        var search = new ProviderSearch();
        await search.PrepareAsync(Before);

        await search.PrepareAsync(After);
        var atOnce = search.Find(After, new ProviderQuery("Zyxwvut"));
        var allAtOnce = search.FindAll(After, "Zyxwvut");
        await search.SettleAsync();
        var later = search.Find(After, new ProviderQuery("Zyxwvut lawyer"));

        Assert.Equal(Whole.Find(new ProviderQuery("Zyxwvut"), 0, 15).Total, atOnce.Total);
        Assert.Equal(atOnce.Hits.Select(hit => hit.Provider), allAtOnce);
        Assert.Equal(Whole.Find(new ProviderQuery("Zyxwvut lawyer"), 0, 15).Hits.Select(hit => hit.Provider.Slug), later.Hits.Take(15).Select(hit => hit.Provider.Slug));
        Assert.Empty(search.Find(Before, new ProviderQuery("Zyxwvut")).Hits);
    }

    [Fact]
    public async Task Search_WhileOneEditFollowsAnother_AlwaysFindsTheNewest()
    {
        var search = new ProviderSearch();
        await search.PrepareAsync(Before);
        var country = Before;
        for (var edit = 0; edit < 30; edit++)
        {
            var name = Named($"Qwrtpsd{edit}");
            country = With([.. country.Providers.SetItem(edit * 7, country.Providers[edit * 7] with { Name = name })]);
            await search.PrepareAsync(country);

            Assert.Equal(country.Providers[edit * 7].Slug, search.Find(country, new ProviderQuery($"Qwrtpsd{edit}")).Hits[0].Provider.Slug);
        }

        await search.SettleAsync();

        Assert.Equal(30, search.Find(country, new ProviderQuery("Qwrtpsd")).Total);
    }

    private static void AssertSame(ProviderQuery query)
    {
        var expected = Whole.Find(query, 0, int.MaxValue);
        var actual = Changed.Find(query, 0, int.MaxValue);

        Assert.Equal(expected.DroppedWords, actual.DroppedWords);
        Assert.Equal(expected.Total, actual.Total);
        Assert.Equal(expected.Hits.Select(hit => hit.Provider.Slug.Value).Order(StringComparer.Ordinal), actual.Hits.Select(hit => hit.Provider.Slug.Value).Order(StringComparer.Ordinal));
        Assert.All(actual.Hits, hit => Assert.Same(After.FindProvider(hit.Provider.Slug.Value), hit.Provider));
        Assert.All(expected.Facets.Needs.All, pair => Assert.Equal(pair.Value, actual.Facets.Needs.Of(pair.Key)));
        Assert.All(expected.Facets.Places.All, pair => Assert.Equal(pair.Value, actual.Facets.Places.Of(pair.Key)));
        Assert.All(expected.Facets.Audiences.All, pair => Assert.Equal(pair.Value, actual.Facets.Audiences.Of(pair.Key)));
        Assert.Equal(expected.Facets.Needs.All.Sum(pair => pair.Value), actual.Facets.Needs.All.Sum(pair => pair.Value));
        Assert.Equal(expected.Facets.PlaceNotStated, actual.Facets.PlaceNotStated);
    }

    // Some renamed, some with other services and numbers, some gone, some new.
    private static PublishedCountry Change(PublishedCountry country)
    {
        var providers = country.Providers.ToBuilder();
        for (var change = 0; change < Changes; change++)
        {
            var provider = providers[change * 43];
            var other = country.Providers[(change * 37) + 1];
            providers[change * 43] = (change % 4) switch
            {
                0 => provider with { Name = Named($"Zyxwvut {change}") },
                1 => provider with { Services = other.Services, Contacts = other.Contacts },
                2 => provider with { Places = other.Places },
                _ => provider with { Id = Guid.NewGuid(), Slug = Slug.Parse($"new-{change}"), Name = Named($"Zyxwvut new {change}") },
            };
        }

        return With([.. providers.Where((_, number) => number % 101 != 5).OrderBy(provider => provider.Slug.Value, StringComparer.Ordinal)]);
    }

    private static LocalisedText Named(string name) => new([new Translation(LanguageTag.Parse("en"), name, TranslationState.Original, null)]);

    private static PublishedCountry With(ImmutableArray<Provider> providers) => new(providers)
    {
        Id = Before.Id,
        Slug = Before.Slug,
        Code = Before.Code,
        Name = Before.Name,
        EmergencyNumbers = Before.EmergencyNumbers,
        Sources = Before.Sources,
        Places = Before.Places,
        Steps = Before.Steps,
    };
}
