using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>The terms of one filter. Their words are kept once and not once per document.</summary>
internal sealed class Facet
{
    private readonly FrozenDictionary<PublishedTerm, int> numbers;
    private readonly DocumentSet[] documents;
    private readonly Postings termsByDocument;
    private Numbering? last;

    private Facet(ImmutableArray<PublishedTerm> terms, DocumentSet[] documents, Postings termsByDocument, Postings byWord)
    {
        Terms = terms;
        numbers = terms.Select((term, number) => (term, number)).ToFrozenDictionary(pair => pair.term, pair => pair.number);
        this.documents = documents;
        this.termsByDocument = termsByDocument;
        ByWord = byWord;
    }

    /// <summary>By slug; a term's number is its place here.</summary>
    public ImmutableArray<PublishedTerm> Terms { get; }

    /// <summary>For each term of the vocabulary, numbers of the filter's terms that have it among their words.</summary>
    public Postings ByWord { get; }

    /// <param name="terms">By slug.</param>
    /// <param name="documentTerms">Documents ascending with numbers of terms.</param>
    /// <param name="documentCount">How many documents there are.</param>
    /// <param name="byWord">See <see cref="ByWord"/>.</param>
    public static Facet Of(ImmutableArray<PublishedTerm> terms, ReadOnlySpan<(int Document, int Number)> documentTerms, int documentCount, Postings byWord)
    {
        var turned = new (int, int)[documentTerms.Length];
        for (var i = 0; i < turned.Length; i++)
        {
            turned[i] = (documentTerms[i].Number, documentTerms[i].Document);
        }

        var documents = Postings.Of(terms.Length, turned);
        return new Facet(
            terms,
            [.. Enumerable.Range(0, terms.Length).Select(number => DocumentSet.Of(documents[number].ToArray(), documentCount))],
            Postings.Of(documentCount, documentTerms),
            byWord);
    }

    /// <summary>Null for a term that no document has.</summary>
    public int? Find(PublishedTerm term) => numbers.TryGetValue(term, out var number) ? number : null;

    /// <summary>For each of some terms its number, or -1. The same list is asked for with every page: it is remembered.</summary>
    public ReadOnlySpan<int> NumbersOf(ImmutableArray<PublishedTerm> some)
    {
        var known = last;
        if (known is null || known.Terms != some)
        {
            last = known = new Numbering(some, [.. some.Select(term => Find(term) ?? -1)]);
        }

        return known.Numbers;
    }

    public DocumentSet DocumentsOf(int number) => documents[number];

    public ReadOnlySpan<int> TermsOf(int document) => termsByDocument[document];

    /// <summary>How many documents of a set have each term: by documents where they are few, else by terms.</summary>
    public FacetCounts CountIn(FoundDocuments found)
    {
        var counts = new int[Terms.Length];
        if (found.Few is { } few)
        {
            foreach (var document in few)
            {
                foreach (var number in termsByDocument[document])
                {
                    counts[number]++;
                }
            }
        }
        else
        {
            for (var number = 0; number < counts.Length; number++)
            {
                counts[number] = documents[number].CountIn(found.Set);
            }
        }

        return new FacetCounts(this, counts);
    }

    private sealed record Numbering(ImmutableArray<PublishedTerm> Terms, int[] Numbers);
}
