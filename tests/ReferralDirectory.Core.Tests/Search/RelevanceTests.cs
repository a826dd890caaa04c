namespace ReferralDirectory.Core.Tests.Search;

/// <summary>What should come first, as a table that a person who knows the organisations can read and extend.</summary>
public sealed class RelevanceTests
{
    public static TheoryData<string, string, string> Table => [.. Rows()];

    [Theory]
    [MemberData(nameof(Table))]
    public void Search_ForWordsOfTheTable_FindsTheExpectedProviderFirst(string corpus, string words, string expected)
    {
        var directory = corpus == "real" ? SampleSearch.Real : SampleSearch.Generated;

        Assert.Equal(expected, directory.Find(words).Slugs().FirstOrDefault());
    }

    /// <summary>Both corpora, each in both scripts.</summary>
    [Fact]
    public void Table_HasAHundredQueriesAndMore_OfEachKind()
    {
        Assert.True(Rows().Count() >= 100);
        Assert.All(
            Rows().GroupBy(row => (row.Corpus, IsCyrillic: row.Words.Any(letter => letter is >= 'А' and <= 'я'))),
            kind => Assert.True(kind.Count() >= 25, $"{kind.Key}: {kind.Count()}"));
    }

    private static IEnumerable<(string Corpus, string Words, string Expected)> Rows() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", "relevance.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1], cells[2]));
}
