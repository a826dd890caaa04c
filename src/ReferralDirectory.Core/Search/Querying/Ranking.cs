using System.Numerics;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>
/// Orders documents: each word weighs by the field that has it and by how rare it is. Scores are small whole numbers, so that
/// they have few digits.
/// </summary>
internal static class Ranking
{
    /// <summary>Scores go from 0 to this.</summary>
    public const int HighestScore = 4095;

    // Words that one type, place or audience has all of mean that term: just under a name that has them all.
    private const double WeightOfOneMeaning = 0.99;
    private const double GainByOneMeaning = 0.53;
    private const double WeightOfSlips = 0.8;

    // Who offers what is asked for in the town that is asked for comes before who only bears its name.
    private const double WeightOfPlaceInName = 0.66;

    /// <summary>The documents of one page, best first; equal ones in their own order.</summary>
    /// <param name="content">The index.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="words">Words that all documents have; none leaves documents in their order.</param>
    /// <param name="documents">What to order.</param>
    /// <param name="skip">Documents before the page.</param>
    /// <param name="page">Gets the page.</param>
    public static void Rank(IndexContent content, Scratch scratch, List<WordMatch> words, ulong[] documents, int skip, Span<int> page)
    {
        if (words.Count == 0)
        {
            Take(documents, skip, page);
            return;
        }

        if (words.Count == 1)
        {
            new LevelRanking(scratch, words[0], documents).Fill(skip, page);
            return;
        }

        var scores = new ScorePlanes(scratch, documents);
        var rarities = words.ConvertAll(word => Rarity(content.Providers.Length, word));
        var unit = HighestScore / (Tiers.HighestWeight * rarities.Sum());
        for (var i = 0; i < words.Count; i++)
        {
            AddScores(words[i], rarities[i] * unit, scores);
        }

        RaiseWhereWordsMeanOneThing(scratch, words, scores, rarities.Sum() * unit);
        Fill(scratch, scores, skip, page);
    }

    private static double Rarity(int documents, WordMatch word) =>
        Math.Log2(1 + ((double)documents / word.Count)) * (word.Word.HasSlips ? WeightOfSlips : 1);

    private static void AddScores(WordMatch word, double unit, ScorePlanes scores)
    {
        var tiers = new List<(ulong[] Set, int Score)>(Tiers.Count);
        for (var tier = Tier.Phone; (int)tier < Tiers.Count; tier++)
        {
            if (word[tier] is { } set)
            {
                var weight = Tiers.Weight(tier);
                tiers.Add((set, (int)((word[Tier.Place] is not null && tier < Tier.Place ? Math.Min(weight, WeightOfPlaceInName) : weight) * unit)));
            }
        }

        // A description that has the word besides makes it likelier that the provider is meant; it never outweighs a field.
        scores.Add(tiers, word.Fields(), (int)(Tiers.WeightOfOtherField * unit));
    }

    private static void RaiseWhereWordsMeanOneThing(Scratch scratch, List<WordMatch> words, ScorePlanes scores, double whole)
    {
        ulong[]? meant = null;
        foreach (var (facet, _, number) in words[0].FacetTerms)
        {
            if (words.TrueForAll(word => word.Means(facet, number)))
            {
                facet.DocumentsOf(number).AddTo(meant ??= scratch.NewSet());
            }
        }

        if (meant is not null)
        {
            scores.Raise(meant, (int)(GainByOneMeaning * whole), (int)(WeightOfOneMeaning * whole));
        }
    }

    // Those that are as good as the first of the page, those as good as the last, and between them few: less than a page.
    private static void Fill(Scratch scratch, ScorePlanes scores, int skip, Span<int> page)
    {
        if (page.IsEmpty)
        {
            return;
        }

        var (first, better) = (scratch.NewSet(), scratch.NewSet());
        var ahead = scores.Find(skip, first, better);
        var filled = Take(first, skip - ahead, page);
        if (filled == page.Length)
        {
            return;
        }

        var (last, between) = (scratch.NewSet(), scratch.NewSet());
        scores.Find(skip + page.Length - 1, last, between);
        Bits.AndNot(between, better);
        Bits.AndNot(between, first);
        var sorted = new List<(int Score, int Document)>();
        foreach (var document in new SetBits(between))
        {
            sorted.Add((-scores.Of(document), document));
        }

        sorted.Sort();
        foreach (var (_, document) in sorted)
        {
            page[filled++] = document;
        }

        Take(last, 0, page[filled..]);
    }

    // Returns how many there were to take.
    private static int Take(ulong[] documents, int skip, Span<int> page)
    {
        var (place, element) = (0, 0);
        for (; element < documents.Length && BitOperations.PopCount(documents[element]) is var count && place + count <= skip; element++)
        {
            place += count;
        }

        foreach (var document in new SetBits(documents.AsSpan(element)))
        {
            if (place - skip >= page.Length)
            {
                return page.Length;
            }

            if (place++ >= skip)
            {
                page[place - 1 - skip] = (element << 6) + document;
            }
        }

        return place - skip;
    }
}
