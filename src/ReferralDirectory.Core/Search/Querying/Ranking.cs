using System.Numerics;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>
/// Orders documents: each word weighs by the field that has it and by how rare it is. Scores are small whole numbers,
/// so that a page of them is found by counting, in time that grows with the documents and not with the page.
/// </summary>
internal static class Ranking
{
    /// <summary>Scores go from 0 to this.</summary>
    public const int HighestScore = 4095;

    // Words that one type, place or audience has all of mean that term: just under a name that has them all.
    private const double WeightOfOneMeaning = 0.99;
    private const double GainByOneMeaning = 0.53;
    private const double WeightOfSlips = 0.8;

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

        var scores = scratch.Scores;
        foreach (var document in new SetBits(documents))
        {
            scores[document] = 0;
        }

        var rarities = words.ConvertAll(word => Rarity(content.Providers.Length, word));
        var unit = HighestScore / (Tiers.HighestWeight * rarities.Sum());
        for (var i = 0; i < words.Count; i++)
        {
            AddScores(words[i], rarities[i] * unit, documents, scores);
        }

        RaiseWhereWordsMeanOneThing(scratch, words, documents, rarities.Sum() * unit);
        Place(scratch, documents, skip, page);
    }

    private static double Rarity(int documents, WordMatch word) =>
        Math.Log2(1 + ((double)documents / word.Count)) * (word.Word.HasSlips ? WeightOfSlips : 1);

    private static void AddScores(WordMatch word, double unit, ulong[] documents, int[] scores)
    {
        var tiers = new List<(ulong[] Set, int Score)>(Tiers.Count);
        for (var tier = Tier.Phone; (int)tier < Tiers.Count; tier++)
        {
            if (word[tier] is { } set)
            {
                tiers.Add((set, (int)(Tiers.Weight(tier) * unit)));
            }
        }

        for (var i = 0; i < documents.Length; i++)
        {
            var rest = documents[i];
            for (var t = 0; rest != 0 && t < tiers.Count; t++)
            {
                var (set, score) = tiers[t];
                var here = rest & set[i];
                rest &= ~here;
                for (; here != 0; here &= here - 1)
                {
                    scores[(i << 6) + BitOperations.TrailingZeroCount(here)] += score;
                }
            }
        }

        AddScoresOfOtherFields(word, (int)(Tiers.WeightOfOtherField * unit), documents, scores);
    }

    // A description that has the word besides makes it likelier that the provider is meant; it never outweighs a field.
    private static void AddScoresOfOtherFields(WordMatch word, int score, ulong[] documents, int[] scores)
    {
        var fields = word.Fields();
        for (var i = 0; fields.Count > 1 && i < documents.Length; i++)
        {
            if (documents[i] == 0)
            {
                continue;
            }

            var met = fields[0][i];
            for (var f = 1; f < fields.Count; f++)
            {
                var here = fields[f][i];
                for (var again = met & here & documents[i]; again != 0; again &= again - 1)
                {
                    scores[(i << 6) + BitOperations.TrailingZeroCount(again)] += score;
                }

                met |= here;
            }
        }
    }

    private static void RaiseWhereWordsMeanOneThing(Scratch scratch, List<WordMatch> words, ulong[] documents, double whole)
    {
        if (words.Count < 2)
        {
            return;
        }

        ulong[]? meant = null;
        foreach (var (facet, _, number) in words[0].FacetTerms)
        {
            if (words.TrueForAll(word => word.FacetTerms.Any(other => other.Facet == facet && other.Number == number)))
            {
                facet.DocumentsOf(number).AddTo(meant ??= scratch.NewSet());
            }
        }

        if (meant is not null)
        {
            Bits.And(meant, documents);
            foreach (var document in new SetBits(meant))
            {
                var raised = Math.Min(scratch.Scores[document] + (GainByOneMeaning * whole), WeightOfOneMeaning * whole);
                scratch.Scores[document] = Math.Max(scratch.Scores[document], (int)raised);
            }
        }
    }

    // Counts documents of each score, so that each knows its place among all; fills the places that are on the page.
    private static void Place(Scratch scratch, ulong[] documents, int skip, Span<int> page)
    {
        var next = scratch.PlacesByScore.AsSpan();
        next.Clear();
        foreach (var document in new SetBits(documents))
        {
            next[scratch.Scores[document]]++;
        }

        var before = 0;
        for (var score = HighestScore; score >= 0; score--)
        {
            (next[score], before) = (before, before + next[score]);
        }

        var filled = 0;
        foreach (var document in new SetBits(documents))
        {
            var place = next[scratch.Scores[document]]++ - skip;
            if (place >= 0 && place < page.Length)
            {
                page[place] = document;
                if (++filled == page.Length)
                {
                    return;
                }
            }
        }
    }

    private static void Take(ulong[] documents, int skip, Span<int> page)
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
                return;
            }

            if (place++ >= skip)
            {
                page[place - 1 - skip] = (element << 6) + document;
            }
        }
    }
}
