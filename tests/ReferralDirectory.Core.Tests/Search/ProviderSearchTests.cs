using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Core.Tests.Search;

public sealed class ProviderSearchTests
{
    private static readonly PublishedDirectory Real = SampleSearch.Real;
    private static readonly PublishedDirectory Generated = SampleSearch.Generated;

    [Fact]
    public void Find_ForWordsThatNoProviderHasTogether_DropsOneAndSaysWhich()
    {
        var results = Real.Find("юрист Иркутск Питер");

        Assert.Equal(["Питер"], results.DroppedWords);
        Assert.Equal(["maria"], results.Slugs());
    }

    [Fact]
    public void Find_ForAWordThatNothingHas_DropsItAndSaysSo() =>
        Assert.Equal(["квзщпрт"], Real.Find("приют квзщпрт Дагестан").DroppedWords);

    [Fact]
    public void Find_ForWordsThatNothingHas_FindsNobody()
    {
        var results = Real.Find("квзщпрт зщшгнц");

        Assert.Equal(0, results.Total);
        Assert.Equal(["квзщпрт", "зщшгнц"], results.DroppedWords);
    }

    [Theory]
    [InlineData("")]
    [InlineData("помощь")]
    [InlineData("юридическая помощь")]
    [InlineData("psycholog Irkutsk")]
    [InlineData("психалог")]
    [InlineData("8 (800)")]
    [InlineData("квзщпрт")]
    public void FindAll_FindsTheSame_InTheSameOrder(string words) =>
        Assert.Equal(Generated.Find(words).Hits.Select(hit => hit.Provider), SampleSearch.FindAll(Generated, words));

    [Theory]
    [InlineData("zzzzzzz")]
    [InlineData("ааааааа")]
    [InlineData("ииииииии")]
    public void Find_ForOneLetterOverAndOver_FindsNobody(string words) => Assert.Equal(0, Real.Find(words).Total);

    [Fact]
    public void Find_WhereAllWordsAreMet_DropsNone() => Assert.Empty(Real.Find("приют для женщин в Иркутске").DroppedWords);

    [Fact]
    public void Find_ForMoreWordsThanAreLookedAt_SaysWhichWereNot() =>
        Assert.Contains("дагестан", Real.Find("приют юрист психолог врач еда деньги паспорт дети дагестан").DroppedWords);

    [Theory]
    [InlineData("дмо")]
    [InlineData("ioz")]
    [InlineData("сду")]
    public void Find_ForAWordOfThreeLetters_AllowsForNoSlip(string words) => Assert.Equal(0, Real.Find(words).Total);

    [Theory]
    [InlineData("альт")]
    [InlineData("альтер")]
    [InlineData("альтернатив")]
    [InlineData("ALTER")]
    public void Find_ForTheBeginningOfAName_FindsIt(string words) => Assert.Equal("alternative", Real.Find(words).Slugs().First());

    [Fact]
    public void Find_ForAnyWord_OrdersHitsByTheFieldThatHasIt()
    {
        foreach (var words in new[] { "дом", "центр", "иркутск", "помощь", "детям", "crisis", "work" })
        {
            var weights = Generated.Find(words).Hits.Select(hit => WeightOf(hit.Reasons.Single().Field)).ToList();
            Assert.Equal(weights.Order(), weights);
        }

        static int WeightOf(MatchedField field) => field switch
        {
            MatchedField.Name or MatchedField.Phone => 0,
            MatchedField.Place => 1,
            MatchedField.Type or MatchedField.Audience => 2,
            MatchedField.Text => 3,
        };
    }

    [Fact]
    public void Find_WhereMatchesAreEqual_PutsTheLatestConfirmedFirst()
    {
        var confirmed = Generated.Find(new ProviderQuery()).Hits.Select(hit => hit.Provider.Confirmed?.At ?? DateTime.MinValue).ToList();

        Assert.Contains(DateTime.MinValue, confirmed);
        Assert.Equal(confirmed.OrderDescending(), confirmed);
    }

    [Fact]
    public void Find_ForAName_SaysThatTheNameMatched() =>
        Assert.Equal([new MatchReason(MatchedField.Name, "галактика")], Real.Find("Галактика").Hits[0].Reasons);

    [Fact]
    public void Find_ForAWordOfAType_SaysWhichType()
    {
        var reason = Assert.Single(Real.Find("забрали паспорт").Hits[0].Reasons.DistinctBy(reason => reason.Term));

        Assert.Equal((MatchedField.Type, "documents"), (reason.Field, reason.Term!.Slug.Value));
    }

    [Fact]
    public void Find_ForAPlace_SaysWhichPlace()
    {
        var reason = Assert.Single(Real.Find("в Пензе").Hits[0].Reasons);

        Assert.Equal((MatchedField.Place, "penza"), (reason.Field, reason.Term!.Slug.Value));
    }

    [Fact]
    public void Find_ForANumber_SaysWhichNumber()
    {
        var reason = Assert.Single(Real.Find("8 800 707-14-17").Hits[0].Reasons);

        Assert.Equal((MatchedField.Phone, "+78007071417"), (reason.Field, reason.Phone!.E164));
    }

    [Fact]
    public void Find_ForTheWrongLayout_SaysWhatItUnderstood() => Assert.Equal("паспорт", Real.Find("gfcgjhn").Hits[0].Reasons.Single().Word);

    [Theory]
    [InlineData("")]
    [InlineData("центр")]
    [InlineData("помощь женщинам")]
    public void Find_PageByPage_GivesEveryHitOnceInOrder(string words)
    {
        var query = new ProviderQuery(words);
        var all = Generated.Find(query).Slugs().ToList();

        var pages = Enumerable.Range(0, (all.Count / 7) + 2).SelectMany(page => Generated.Find(query, page * 7, 7).Slugs());

        Assert.Equal(all, pages);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public void Find_BehindTheLastPage_GivesNoHitsAndTheTotal()
    {
        var results = Real.Find(new ProviderQuery(), int.MaxValue, 20);

        Assert.Empty(results.Hits);
        Assert.Equal(15, results.Total);
    }

    [Fact]
    public void Find_ForNeedAndAudience_WantsBothOfOneService()
    {
        var need = Real.AssistanceTypes.Single(type => type.Slug.Value == "safe-accommodation");
        var children = Real.Audiences.Single(audience => audience.Slug.Value == "children");

        // Crisis Center Maria has a shelter for women, and help of other kinds for children.
        Assert.Equal(["warm-house-on-the-mountain"], Real.Find(new ProviderQuery(Need: need, Audience: children)).Slugs());
    }

    [Fact]
    public void Find_ForAPlaceOfAnotherCountry_FindsNobody()
    {
        var elsewhere = new PublishedTerm(Guid.NewGuid(), Slug.Parse("elsewhere"), Real.Countries[0].Name, Real.Countries[0].Name, []);

        Assert.Equal(0, Real.Find(new ProviderQuery(Place: elsewhere)).Total);
    }

    [Fact]
    public void Find_InACountryWithoutProviders_FindsNobody()
    {
        var index = ProviderIndex.Build([]);

        Assert.Equal(0, index.Find(new ProviderQuery("приют"), 0, 20).Total);
        Assert.Equal(0, index.Find(new ProviderQuery(), 0, 20).Total);
    }

    [Fact]
    public void Find_ForANegativePage_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Real.Find(new ProviderQuery(), -1, 20));
}
