using System.Numerics;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Where each three bytes of a text stood before.</summary>
internal sealed class OwnPlaces
{
    private const int MostKeyBits = 13;

    private readonly byte[] text;
    private readonly int keyBits;

    // One more than the place, here and for the place before each; different bytes may share one, so that who asks has to compare.
    private readonly int[] last;
    private readonly int[] before;

    /// <param name="text">The text; it may change behind the places that were noted.</param>
    public OwnPlaces(byte[] text)
    {
        this.text = text;
        keyBits = Math.Min(BitOperations.Log2((uint)text.Length + 1) + 1, MostKeyBits);
        last = new int[1 << keyBits];
        before = new int[text.Length];
    }

    /// <summary>Notes a place, after all before it.</summary>
    public void Note(int at)
    {
        if (at + PageCode.ShortestRepetition <= text.Length)
        {
            ref var latest = ref last[Key(at)];
            before[at] = latest;
            latest = at + 1;
        }
    }

    /// <summary>Where the three bytes at a place may have stood last; -1 where they did not.</summary>
    public int Before(int at) => last[Key(at)] - 1;

    /// <summary>Where what may be the same stood before a place that was noted; -1 where it did not.</summary>
    public int BeforeNoted(int place) => before[place] - 1;

    private int Key(int at) => (int)(((uint)(text[at] | (text[at + 1] << 8) | (text[at + 2] << 16)) * 2654435761u) >> (32 - keyBits));
}
