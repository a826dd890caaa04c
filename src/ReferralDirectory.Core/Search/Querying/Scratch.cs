using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>What a query needs to work and gives back for the next: sets, scores and a finder.</summary>
internal sealed class Scratch(IndexContent content)
{
    private readonly List<ulong[]> sets = [];
    private int setsInUse;

    public QueryReader Reader { get; } = new(new WordFinder(content.Vocabulary), content.Phones);

    /// <summary>Room for a score of each document.</summary>
    public int[] Scores { get; } = new int[content.Providers.Length];

    /// <summary>Room for documents by score; see <see cref="Ranking"/>.</summary>
    public int[] PlacesByScore { get; } = new int[Ranking.HighestScore + 2];

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
