using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Collects one filter's terms, the documents that have them, and their words.</summary>
internal sealed class FacetBuilder
{
    private readonly ImmutableArray<PublishedTerm> terms;
    private readonly Dictionary<string, int> numbersBySlug;
    private readonly List<(int Document, int Number)> documents = [];
    private readonly HashSet<(int Term, int Number)> words = [];
    private readonly HashSet<int> seen = [];
    private int lastDocument = -1;

    public FacetBuilder(IEnumerable<PublishedTerm> terms)
    {
        // By slug: comparing whole terms would compare all of their words.
        this.terms = [.. terms.DistinctBy(term => term.Slug.Value, StringComparer.Ordinal).OrderBy(term => term.Slug.Value, StringComparer.Ordinal)];
        numbersBySlug = this.terms.Select((term, number) => (term.Slug.Value, number)).ToDictionary(pair => pair.Value, pair => pair.number, StringComparer.Ordinal);
    }

    public int NumberOf(PublishedTerm term) => numbersBySlug[term.Slug.Value];

    /// <param name="document">Not before that of the last call.</param>
    /// <param name="terms">Terms it has; each counts once.</param>
    public void Add(int document, ImmutableArray<PublishedTerm> terms)
    {
        if (document != lastDocument)
        {
            seen.Clear();
            lastDocument = document;
        }

        foreach (var term in terms)
        {
            if (NumberOf(term) is var number && seen.Add(number))
            {
                documents.Add((document, number));
            }
        }
    }

    public void AddWords(VocabularyBuilder vocabulary)
    {
        for (var number = 0; number < terms.Length; number++)
        {
            foreach (var text in terms[number].Name.Translations.Concat(terms[number].Need.Translations))
            {
                AddWords(vocabulary, number, text.Text, text.Language);
            }

            foreach (var searchWords in terms[number].Words)
            {
                foreach (var word in searchWords.Words)
                {
                    AddWords(vocabulary, number, word, searchWords.Language);
                }
            }
        }
    }

    /// <param name="documentCount">How many documents there are.</param>
    /// <param name="numbers">See <see cref="VocabularyBuilder.Build"/>.</param>
    public Facet Build(int documentCount, int[] numbers) =>
        Facet.Of(terms, CollectionsMarshal.AsSpan(documents), documentCount, Postings.Of(numbers.Length, [.. words.Select(word => (numbers[word.Term], word.Number))]));

    private void AddWords(VocabularyBuilder vocabulary, int number, string text, LanguageTag language)
    {
        foreach (var word in TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add((vocabulary.TermOf(word, language), number));
        }
    }
}
