using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>
/// Orders the documents of a single word without looking at each: a document's score follows from its weightiest tier
/// and from how many fields have the word, so whole sets of equal documents are taken until the page is full.
/// </summary>
internal sealed class LevelRanking
{
    private readonly List<(Tier Tier, ulong[] Documents)> tiers = [];

    // How many fields have the word, as a binary number for each document.
    private readonly ulong[] ones;
    private readonly ulong[] twos;
    private readonly ulong[] fours;
    private readonly int mostFields;

    public LevelRanking(Scratch scratch, WordMatch word, ulong[] documents)
    {
        var rest = scratch.NewSet();
        documents.CopyTo(rest, 0);
        for (var tier = Tier.Phone; (int)tier < Tiers.Count; tier++)
        {
            if (word[tier] is { } set)
            {
                var here = scratch.NewSet();
                Bits.Move(rest, set, here);
                tiers.Add((tier, here));
            }
        }

        (ones, twos, fours) = (scratch.NewSet(), scratch.NewSet(), scratch.NewSet());
        var fields = word.Fields();
        mostFields = fields.Count;
        foreach (var field in fields)
        {
            Count(field);
        }
    }

    /// <param name="skip">Documents before the page.</param>
    /// <param name="page">Gets the page.</param>
    public void Fill(int skip, Span<int> page)
    {
        var levels = tiers
            .SelectMany(tier => Enumerable.Range(1, mostFields).Select(fields => (tier.Documents, Fields: fields, Weight: Tiers.Weight(tier.Tier) + ((fields - 1) * Tiers.WeightOfOtherField))))
            .OrderByDescending(level => level.Weight);
        var place = -skip;
        foreach (var (documents, fields, _) in levels)
        {
            if (place >= page.Length)
            {
                return;
            }

            place = Fill(documents, fields, place, page);
        }
    }

    // Counts a field: three binary digits of each document are enough.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ulong[] field)
    {
        for (var i = 0; i < ones.Length; i += Vector256<ulong>.Count)
        {
            var (one, two) = (Vector256.Create(ones, i), Vector256.Create(twos, i));
            var carry = Vector256.Create(field, i);
            (one ^ carry).CopyTo(ones, i);
            carry &= one;
            (two ^ carry).CopyTo(twos, i);
            (Vector256.Create(fours, i) | (two & carry)).CopyTo(fours, i);
        }
    }

    private int Fill(ulong[] documents, int fields, int place, Span<int> page)
    {
        var (one, two, four) = (Inverter(fields, 1), Inverter(fields, 2), Inverter(fields, 4));
        for (var i = 0; i < documents.Length && place < page.Length; i++)
        {
            var here = documents[i];
            if (here == 0)
            {
                continue;
            }

            here &= (ones[i] ^ one) & (twos[i] ^ two) & (fours[i] ^ four);
            if (place < 0 && place + BitOperations.PopCount(here) <= 0)
            {
                place += BitOperations.PopCount(here);
                continue;
            }

            for (; here != 0 && place < page.Length; here &= here - 1, place++)
            {
                if (place >= 0)
                {
                    page[place] = (i << 6) + BitOperations.TrailingZeroCount(here);
                }
            }
        }

        return place;
    }

    // Turns digits that must be 0 round, so that in the end a 1 means equal.
    private static ulong Inverter(int number, int digit) => (number & digit) != 0 ? 0 : ulong.MaxValue;
}
