using System.Numerics;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Walks through the documents of a set, ascending.</summary>
internal ref struct SetBits(ReadOnlySpan<ulong> bits)
{
    private readonly ReadOnlySpan<ulong> bits = bits;
    private ulong rest;
    private int element = -1;

    public int Current { get; private set; }

    public readonly SetBits GetEnumerator() => this;

    public bool MoveNext()
    {
        while (rest == 0)
        {
            if (++element >= bits.Length)
            {
                return false;
            }

            rest = bits[element];
        }

        Current = (element << 6) + BitOperations.TrailingZeroCount(rest);
        rest &= rest - 1;
        return true;
    }
}
