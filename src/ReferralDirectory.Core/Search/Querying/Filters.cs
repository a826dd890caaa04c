using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>The parts of a query that are not words.</summary>
internal sealed class Filters
{
    private readonly IndexContent content;
    private readonly Scratch scratch;
    private readonly ProviderQuery query;
    private readonly int? need;
    private readonly int? place;
    private readonly int? audience;

    public Filters(IndexContent content, Scratch scratch, ProviderQuery query)
    {
        this.content = content;
        this.scratch = scratch;
        this.query = query;
        need = query.Need is null ? null : content.Types.Find(query.Need);
        place = query.Place is null ? null : content.Places.Find(query.Place);
        audience = query.Audience is null ? null : content.Audiences.Find(query.Audience);
    }

    /// <summary>Counts each filter's choices among documents that meet the words, and leaves those that meet everything.</summary>
    /// <param name="documents">What meets the words; then what meets the filters too.</param>
    /// <param name="word">The word that has just these documents; null where there is none.</param>
    public ProviderFacets Apply(ulong[] documents, WordMatch? word) =>
        word is null || query is not { Need: null, Place: null, PlaceNotStated: false, Audience: null, FreeOnly: false }
            ? Apply(documents)
            : scratch.WordFacets.Of(word, () => Apply(documents));

    private ProviderFacets Apply(ulong[] documents)
    {
        if (query.FreeOnly)
        {
            Keep(documents, content.Free);
        }

        var hasPlace = query.Place is not null || query.PlaceNotStated;
        var hasService = query.Need is not null || query.Audience is not null;
        var placedSet = hasPlace ? Copy(documents) : documents;
        KeepPlace(placedSet);
        var placed = new FoundDocuments(placedSet);
        var needs = CountNeeds(placed);
        var audiences = CountAudiences(placed);
        KeepServices(documents);
        var served = hasService || hasPlace ? new FoundDocuments(documents) : placed;
        var places = content.Places.CountIn(served);
        var placeNotStated = content.PlaceNotStated.CountIn(documents);
        KeepPlace(documents);
        return new ProviderFacets(needs, places, placeNotStated, audiences);
    }

    private void KeepPlace(ulong[] documents)
    {
        if (query.Place is not null)
        {
            Keep(documents, place is { } number ? content.Places.DocumentsOf(number) : null);
        }

        if (query.PlaceNotStated)
        {
            Keep(documents, content.PlaceNotStated);
        }
    }

    private void KeepServices(ulong[] documents)
    {
        if (query.Need is not null && query.Audience is not null)
        {
            Keep(documents, need is { } type && audience is { } people ? content.Pairs.Find(type, people) : null);
        }
        else if (query.Need is not null)
        {
            Keep(documents, need is { } type ? content.Types.DocumentsOf(type) : null);
        }
        else if (query.Audience is not null)
        {
            Keep(documents, audience is { } people ? content.Audiences.DocumentsOf(people) : null);
        }
    }

    private FacetCounts CountNeeds(FoundDocuments documents) => query.Audience is null
        ? content.Types.CountIn(documents)
        : new FacetCounts(content.Types, CountPairs(documents.Set, content.Types, type => audience is { } people ? content.Pairs.Find(type, people) : null));

    private FacetCounts CountAudiences(FoundDocuments documents) => query.Need is null
        ? content.Audiences.CountIn(documents)
        : new FacetCounts(content.Audiences, CountPairs(documents.Set, content.Audiences, people => need is { } type ? content.Pairs.Find(type, people) : null));

    private static int[] CountPairs(ulong[] documents, Facet facet, Func<int, DocumentSet?> pair)
    {
        var counts = new int[facet.Terms.Length];
        for (var number = 0; number < counts.Length; number++)
        {
            counts[number] = pair(number)?.CountIn(documents) ?? 0;
        }

        return counts;
    }

    private void Keep(ulong[] documents, DocumentSet? kept)
    {
        var set = scratch.NewSet();
        kept?.AddTo(set);
        Bits.And(documents, set);
    }

    private ulong[] Copy(ulong[] documents)
    {
        var copy = scratch.NewSet();
        documents.CopyTo(copy, 0);
        return copy;
    }
}
