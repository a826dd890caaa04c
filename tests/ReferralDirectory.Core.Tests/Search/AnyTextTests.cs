using System.Text;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Core.Tests.Search;

/// <summary>Nothing that can be typed or sent breaks the search.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "\uD83D", "\uDE00", "\uD83D\uDE00", "\0", "\u0301", "\u0306", "и\u0306", "ё", "ß", "ﬁ", "\u202E", "\u200B", "\uFFFF", "\uFFFE", "٣", "４", "½", "ǆ", "İ",
        " ", "\t", "'", "\"", "-", "+", "(", "8", "0", "00", "7", "a", "Ж", "я", "к", "shch", "ghb.n", "приют", "приюд", "центр", "中", "ก", "ا", "Ա", "ა", "%", "\\", "*", "?", "~",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Search_ForAnyText_Answers(bool isReal)
    {
        var directory = isReal ? SampleSearch.Real : SampleSearch.Generated;
        var random = new SeededRandom(20261124);
        for (var round = 0; round < (isReal ? 20_000 : 2_000); round++)
        {
            var text = new StringBuilder();
            var length = random.Below(round % 100 == 0 ? 400 : 30);
            while (text.Length < length)
            {
                text.Append(random.OneIn(3) ? ((char)random.Below(0x10000)).ToString() : random.Of(Pieces));
            }

            var results = directory.Find(text.ToString());

            Assert.Equal(results.Total, results.Hits.Length);
            Assert.InRange(results.Total, 0, directory.Countries[0].Providers.Length);
        }
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("приют\uDE00")]
    [InlineData("\uDE00\uD83D")]
    public void Search_ForHalfOfASurrogatePair_Answers(string words) => Assert.NotNull(SampleSearch.Real.Find(words));

    [Theory]
    [InlineData("qqqqqq")]
    [InlineData("ййй")]
    [InlineData("aaaa")]
    [InlineData("ZZZZZZZZ")]
    public void Search_ForAKeyHeldDown_FindsNothing(string words) => Assert.Equal(0, SampleSearch.Real.Find(words).Total);

    [Fact]
    public void Search_ForAWordAndAKeyHeldDown_LeavesTheKeyOut()
    {
        var results = SampleSearch.Real.Find("приют qqqq");

        Assert.Equal(["qqqq"], results.DroppedWords);
        Assert.NotEqual(0, results.Total);
    }

    [Fact]
    public void Search_ForTwoHundredOddCharacters_Answers()
    {
        foreach (var piece in Pieces)
        {
            Assert.NotNull(SampleSearch.Generated.Find(string.Concat(Enumerable.Repeat(piece, 200))[..200]));
        }
    }

    [Fact]
    public void Search_ForMoreThanIsLookedAt_LooksAtTheBeginning() =>
        Assert.Equal(["stellit"], SampleSearch.Real.Find("stellit" + new string(' ', ProviderQuery.WordsMaxLength) + "galaktika").Slugs());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?")]
    public void Search_ForNoWords_FindsEverybody(string words) => Assert.Equal(15, SampleSearch.Real.Find(words).Total);

    [Fact]
    public async Task Search_FromManyThreadsAtOnce_AnswersAsFromOne()
    {
        string[] queries = ["приют", "юрист в Иркутске", "альтирнатива", "ghb.n", "7140", "помощь детям", "nowhere to sleep", "психалогическая помощь"];
        var expected = queries.ToDictionary(words => words, words => SampleSearch.Real.Find(words).Slugs().ToList());

        await Parallel.ForEachAsync(Enumerable.Range(0, 4000), TestContext.Current.CancellationToken, (round, _) =>
        {
            var words = queries[round % queries.Length];
            Assert.Equal(expected[words], SampleSearch.Real.Find(words).Slugs());
            return ValueTask.CompletedTask;
        });
    }
}
