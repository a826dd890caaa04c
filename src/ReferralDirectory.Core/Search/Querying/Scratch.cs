using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>What a query needs to work and gives back for the next: sets, scores and a finder.</summary>
/// <param name="content">The index.</param>
/// <param name="wordFacets">Of the index.</param>
internal sealed class Scratch(IndexContent content, WordFacets wordFacets)
{
    private readonly List<ulong[]> sets = [];
    private int setsInUse;

    public QueryReader Reader { get; } = new(new WordFinder(content.Vocabulary), content.Phones);

    public WordFacets WordFacets { get; } = wordFacets;

    /// <summary>Documents that are not there any more; null for none. Set for each query.</summary>
    public ulong[]? Removed { get; set; }

    /// <summary>Takes out of a set what is not there any more.</summary>
    public void LeaveOutRemoved(ulong[] documents)
    {
        if (Removed is not null)
        {
            Bits.AndNot(documents, Removed);
        }
    }

    /// <summary>An empty set, until <see cref="Reset"/>.</summary>
    public ulong[] NewSet()
    {
        if (setsInUse == sets.Count)
        {
            sets.Add(new ulong[content.SetLength]);
        }
        else
        {
            sets[setsInUse].AsSpan().Clear();
        }

        return sets[setsInUse++];
    }

    public void Reset() => setsInUse = 0;
}
