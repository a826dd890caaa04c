using System.Numerics;
using System.Runtime.InteropServices;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>
/// Scores of all documents, digit by digit: one set of documents for each binary digit. 64 documents are added up at once, and
/// those of a page are found without looking at the others one by one.
/// </summary>
internal sealed class ScorePlanes
{
    /// <summary>Digits of a score. One that is being raised can pass <see cref="Ranking.HighestScore"/>, but not twice that.</summary>
    public const int Count = 13;

    // The digits of 64 documents stand together.
    private readonly ulong[] digits;
    private readonly ulong[] documents;

    /// <param name="scratch">Room, for the scores of one query.</param>
    /// <param name="documents">Whose scores; all begin with 0.</param>
    public ScorePlanes(Scratch scratch, ulong[] documents)
    {
        this.documents = documents;
        digits = scratch.ScoreDigits;
        digits.AsSpan().Clear();
    }

    /// <summary>Adds what each document is worth for a word.</summary>
    /// <param name="tiers">Weightiest first: the first that has a document gives the score.</param>
    /// <param name="fields">Fields that have the word.</param>
    /// <param name="scoreOfOtherField">For each field of a document but one.</param>
    public void Add(List<(ulong[] Set, int Score)> tiers, List<ulong[]> fields, int scoreOfOtherField)
    {
        Span<ulong> added = stackalloc ulong[Count];
        for (var i = 0; i < documents.Length; i++)
        {
            if (documents[i] == 0)
            {
                continue;
            }

            added.Clear();
            var rest = documents[i];
            foreach (var (set, score) in CollectionsMarshal.AsSpan(tiers))
            {
                var here = rest & set[i];
                rest ^= here;
                Put(score, here, added);
            }

            Add(added, i);
            var met = 0UL;
            foreach (var field in fields)
            {
                var again = met & field[i] & documents[i];
                met |= field[i];
                if (again != 0)
                {
                    added.Clear();
                    Put(scoreOfOtherField, again, added);
                    Add(added, i);
                }
            }
        }
    }

    /// <summary>Adds <paramref name="gain"/> to some documents, but lifts none above <paramref name="most"/>.</summary>
    public void Raise(ulong[] raised, int gain, int most)
    {
        Span<ulong> before = stackalloc ulong[Count];
        Span<ulong> added = stackalloc ulong[Count];
        for (var i = 0; i < documents.Length; i++)
        {
            var here = raised[i] & documents[i];
            if (here == 0)
            {
                continue;
            }

            var now = Of(i);
            now.CopyTo(before);
            var untouched = Above(most, before);
            added.Clear();
            Put(gain, here & ~untouched, added);
            Add(added, i);
            var cut = Above(most, now) & ~untouched & here;
            for (var plane = 0; plane < Count; plane++)
            {
                now[plane] = (now[plane] & ~cut) | ((most >> plane & 1) != 0 ? cut : 0);
            }
        }
    }

    /// <summary>The documents with the same score as the one at a place, best first.</summary>
    /// <param name="place">From 0; less than there are documents.</param>
    /// <param name="equal">Gets them.</param>
    /// <returns>How many are better.</returns>
    public int Find(int place, ulong[] equal)
    {
        documents.CopyTo(equal, 0);
        var better = 0;
        for (var plane = Count - 1; plane >= 0; plane--)
        {
            var higher = 0;
            for (var i = 0; i < equal.Length; i++)
            {
                higher += BitOperations.PopCount(equal[i] & digits[(i * Count) + plane]);
            }

            var isHigher = better + higher > place;
            better += isHigher ? 0 : higher;
            for (var i = 0; i < equal.Length; i++)
            {
                equal[i] &= isHigher ? digits[(i * Count) + plane] : ~digits[(i * Count) + plane];
            }
        }

        return better;
    }

    private static void Put(int score, ulong here, Span<ulong> added)
    {
        for (var digit = (uint)score; digit != 0; digit &= digit - 1)
        {
            added[BitOperations.TrailingZeroCount(digit)] |= here;
        }
    }

    private static ulong Above(int most, ReadOnlySpan<ulong> scores)
    {
        var (above, equal) = (0UL, ulong.MaxValue);
        for (var plane = Count - 1; plane >= 0; plane--)
        {
            var digit = (most >> plane & 1) != 0 ? ulong.MaxValue : 0;
            above |= equal & scores[plane] & ~digit;
            equal &= ~(scores[plane] ^ digit);
        }

        return above;
    }

    private void Add(ReadOnlySpan<ulong> added, int element)
    {
        var sums = Of(element);
        var carry = 0UL;
        for (var plane = 0; plane < Count; plane++)
        {
            var (sum, more) = (sums[plane], added[plane]);
            sums[plane] = sum ^ more ^ carry;
            carry = (sum & more) | (carry & (sum ^ more));
        }
    }

    private Span<ulong> Of(int element) => digits.AsSpan(element * Count, Count);
}
