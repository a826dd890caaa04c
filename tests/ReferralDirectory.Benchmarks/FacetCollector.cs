using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ReferralDirectory.Benchmarks;

/// <summary>Counts the terms of each found document, from the column that Lucene keeps for that purpose.</summary>
public sealed class FacetCollector(string[] fields) : ICollector
{
    private readonly SortedSetDocValues?[] columns = new SortedSetDocValues?[fields.Length];
    private readonly long[]?[] counts = new long[]?[fields.Length];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // Counting needs no scores.
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        // The benchmark's index has one segment, so numbers of terms stay the same.
        for (var i = 0; i < fields.Length; i++)
        {
            columns[i] = context.AtomicReader.GetSortedSetDocValues(fields[i]);
            counts[i] ??= new long[columns[i]?.ValueCount ?? 0];
        }
    }

    public void Collect(int doc)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (columns[i] is not { } column)
            {
                continue;
            }

            column.SetDocument(doc);
            for (var term = column.NextOrd(); term != SortedSetDocValues.NO_MORE_ORDS; term = column.NextOrd())
            {
                counts[i]![term]++;
            }
        }
    }
}
