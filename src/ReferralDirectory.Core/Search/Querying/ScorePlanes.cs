using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>
/// Scores of all documents, digit by digit: one set of documents for each binary digit. 256 documents are added up at once, and
/// those of a page are found without looking at the others one by one.
/// </summary>
/// <remarks>Optimised when it is first compiled, as <see cref="Bits"/> is.</remarks>
internal sealed class ScorePlanes
{
    /// <summary>Digits of a score. One that is being raised can pass <see cref="Ranking.HighestScore"/>, but not twice that.</summary>
    public const int Count = 13;

    private readonly ulong[] documents;
    private readonly ulong[][] planes;

    /// <param name="scratch">Room.</param>
    /// <param name="documents">Whose scores; all begin with 0.</param>
    public ScorePlanes(Scratch scratch, ulong[] documents)
    {
        this.documents = documents;
        planes = new ulong[Count][];
        for (var plane = 0; plane < Count; plane++)
        {
            planes[plane] = scratch.NewSet();
        }
    }

    /// <summary>Adds what each document is worth for a word.</summary>
    /// <param name="tiers">Weightiest first: the first that has a document gives the score.</param>
    /// <param name="fields">Fields that have the word.</param>
    /// <param name="scoreOfOtherField">For each field of a document but one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(List<(ulong[] Set, int Score)> tiers, List<ulong[]> fields, int scoreOfOtherField)
    {
        Span<Vector256<ulong>> added = stackalloc Vector256<ulong>[Count];
        for (var i = 0; i < documents.Length; i += Vector256<ulong>.Count)
        {
            var here = Vector256.Create(documents, i);
            if (here == Vector256<ulong>.Zero)
            {
                continue;
            }

            added.Clear();
            var rest = here;
            foreach (var (set, score) in CollectionsMarshal.AsSpan(tiers))
            {
                var ofTier = rest & Vector256.Create(set, i);
                if (ofTier != Vector256<ulong>.Zero)
                {
                    rest ^= ofTier;
                    Put(score, ofTier, added);
                }
            }

            Add(added, i);
            var met = Vector256<ulong>.Zero;
            foreach (var field in CollectionsMarshal.AsSpan(fields))
            {
                var ofField = here & Vector256.Create(field, i);
                var again = met & ofField;
                met |= ofField;
                if (again != Vector256<ulong>.Zero)
                {
                    Add(scoreOfOtherField, again, i);
                }
            }
        }
    }

    /// <summary>Adds <paramref name="gain"/> to some documents, but lifts none above <paramref name="most"/>.</summary>
    /// <param name="raised">Which.</param>
    /// <param name="gain">At most <paramref name="most"/>.</param>
    /// <param name="most">Who has more already stays there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Raise(ulong[] raised, int gain, int most)
    {
        Span<Vector256<ulong>> scores = stackalloc Vector256<ulong>[Count];
        for (var i = 0; i < documents.Length; i += Vector256<ulong>.Count)
        {
            var here = Vector256.Create(raised, i) & Vector256.Create(documents, i);
            if (here == Vector256<ulong>.Zero)
            {
                continue;
            }

            for (var plane = 0; plane < Count; plane++)
            {
                scores[plane] = Vector256.Create(planes[plane], i);
            }

            here &= ~Above(most, scores);
            var cut = here & Above(most - gain, scores);
            var lifted = here & ~cut;
            var carry = Vector256<ulong>.Zero;
            for (var plane = 0; plane < Count; plane++)
            {
                var digits = Add(scores[plane], HasDigit(gain, plane) ? lifted : Vector256<ulong>.Zero, ref carry);
                (HasDigit(most, plane) ? digits | cut : digits & ~cut).CopyTo(planes[plane], i);
            }
        }
    }

    /// <summary>The documents with the same score as the one at a place, best first, and those with a higher one.</summary>
    /// <param name="place">From 0; less than there are documents.</param>
    /// <param name="equal">Gets the former.</param>
    /// <param name="better">Empty; gets the latter.</param>
    /// <returns>How many are better.</returns>
    public int Find(int place, ulong[] equal, ulong[] better)
    {
        documents.CopyTo(equal, 0);
        var count = 0;
        for (var plane = Count - 1; plane >= 0; plane--)
        {
            var higher = Bits.CountBoth(equal, planes[plane]);
            if (count + higher > place)
            {
                Bits.And(equal, planes[plane]);
            }
            else if (higher > 0)
            {
                count += higher;
                Bits.Move(equal, planes[plane], better);
            }
        }

        return count;
    }

    /// <summary>The score of one document.</summary>
    public int Of(int document)
    {
        var score = 0;
        for (var plane = 0; plane < Count; plane++)
        {
            score |= Bits.Has(planes[plane], document) ? 1 << plane : 0;
        }

        return score;
    }

    private static bool HasDigit(int score, int plane) => ((score >> plane) & 1) != 0;

    private static void Put(int score, Vector256<ulong> here, Span<Vector256<ulong>> added)
    {
        for (var digits = (uint)score; digits != 0; digits &= digits - 1)
        {
            added[BitOperations.TrailingZeroCount(digits)] |= here;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Above(int most, ReadOnlySpan<Vector256<ulong>> scores)
    {
        var (above, equal) = (Vector256<ulong>.Zero, Vector256<ulong>.AllBitsSet);
        for (var plane = Count - 1; plane >= 0; plane--)
        {
            var digits = scores[plane];
            if (HasDigit(most, plane))
            {
                equal &= digits;
            }
            else
            {
                above |= equal & digits;
                equal &= ~digits;
            }
        }

        return above;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Add(Vector256<ulong> digits, Vector256<ulong> more, ref Vector256<ulong> carry)
    {
        var sum = digits ^ more ^ carry;
        carry = (digits & more) | (carry & (digits ^ more));
        return sum;
    }

    // A small score touches few digits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int score, Vector256<ulong> here, int i)
    {
        var carry = Vector256<ulong>.Zero;
        for (var plane = BitOperations.TrailingZeroCount(score); plane < Count && (score >> plane != 0 || carry != Vector256<ulong>.Zero); plane++)
        {
            Add(Vector256.Create(planes[plane], i), HasDigit(score, plane) ? here : Vector256<ulong>.Zero, ref carry).CopyTo(planes[plane], i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<Vector256<ulong>> added, int i)
    {
        var carry = Vector256<ulong>.Zero;
        for (var plane = 0; plane < Count; plane++)
        {
            Add(Vector256.Create(planes[plane], i), added[plane], ref carry).CopyTo(planes[plane], i);
        }
    }
}
