using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// The same providers in Lucene.Net as its documentation has one do it: a field per language with that language's
/// analyser, a clause per word and field, weightier fields boosted; PrefixQuery for beginnings, FuzzyQuery for slips.
/// </summary>
public sealed class LuceneSearch : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private static readonly (string Name, float Boost)[] Fields = [("name", 8), ("place", 4), ("type", 2), ("text", 1)];
    private static readonly string[] Languages = ["ru", "en"];

    private readonly RAMDirectory directory = new();
    private readonly Analyzer analyzer = new PerFieldAnalyzerWrapper(
        new EnglishAnalyzer(Version),
        Fields.ToDictionary(field => $"{field.Name}_ru", Analyzer (_) => new RussianAnalyzer(Version)));

    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public LuceneSearch(IEnumerable<Provider> providers)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { RAMBufferSizeMB = 256 }))
        {
            foreach (var provider in providers)
            {
                writer.AddDocument(DocumentOf(provider));
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader);
    }

    /// <summary>How many there are; the first twenty are read, as a list of providers needs to know who they are.</summary>
    public int Find(QueryKind kind, string words) => Read(searcher.Search(QueryFor(kind, words), 20));

    /// <summary>The same, and counts by type, place and audience: what <see cref="Core.Search.ProviderIndex"/> always does.</summary>
    public int FindWithFacets(QueryKind kind, string words)
    {
        var best = TopScoreDocCollector.Create(20, docsScoredInOrder: true);
        searcher.Search(QueryFor(kind, words), MultiCollector.Wrap(best, new FacetCollector(["types", "places", "audiences"])));
        return Read(best.GetTopDocs());
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private int Read(TopDocs found)
    {
        foreach (var hit in found.ScoreDocs)
        {
            searcher.Doc(hit.Doc).GetField("slug").GetStringValue(System.Globalization.CultureInfo.InvariantCulture);
        }

        return found.TotalHits;
    }

    private Query QueryFor(QueryKind kind, string words)
    {
        if (kind == QueryKind.Phone)
        {
            // Whole numbers only: for parts of one, Lucene needs a field of n-grams and its own way of reading digits.
            return new TermQuery(new Term("phone", string.Concat(words.Where(char.IsAsciiDigit))));
        }

        var all = new BooleanQuery();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var any = new BooleanQuery();
            foreach (var field in Fields)
            {
                foreach (var language in Languages)
                {
                    AddClauses(any, kind, $"{field.Name}_{language}", field.Boost, word);
                }
            }

            all.Add(any, Occur.MUST);
        }

        return all;
    }

    private void AddClauses(BooleanQuery any, QueryKind kind, string field, float boost, string word)
    {
        var term = kind switch
        {
            QueryKind.Prefix => new Term(field, word.ToLowerInvariant()),
            QueryKind.Word or QueryKind.Name or QueryKind.TwoWords or QueryKind.Typo or QueryKind.Phone or QueryKind.WrongLayout or QueryKind.Adversarial => Analysed(field, word) is { } text ? new Term(field, text) : null,
        };
        if (term is null)
        {
            return;
        }

        Query query = kind switch
        {
            QueryKind.Prefix => new PrefixQuery(term),
            QueryKind.Typo or QueryKind.Adversarial => new FuzzyQuery(term, word.Length >= 8 ? 2 : 1),
            QueryKind.Word or QueryKind.Name or QueryKind.TwoWords or QueryKind.Phone or QueryKind.WrongLayout => new TermQuery(term),
        };
        query.Boost = boost;
        any.Add(query, Occur.SHOULD);
    }

    private string? Analysed(string field, string word)
    {
        using var tokens = analyzer.GetTokenStream(field, word);
        var text = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        var first = tokens.IncrementToken() ? text.ToString() : null;
        tokens.End();
        return first;
    }

    private static Document DocumentOf(Provider provider)
    {
        var document = new Document { new StoredField("slug", provider.Slug.Value) };
        foreach (var language in Languages.Select(LanguageTag.Parse))
        {
            Add("name", provider.Name.In(language).Text);
            provider.Places.ToList().ForEach(place => Add("place", place.Name.In(language).Text));
            foreach (var term in provider.Types.Concat(provider.Audiences))
            {
                Add("type", $"{term.Name.In(language).Text} {term.Need.In(language).Text} {string.Join(' ', term.Words.Where(words => words.Language == language).SelectMany(words => words.Words))}");
            }

            provider.Services.ToList().ForEach(service => Add("text", service.Description.In(language).Text));

            void Add(string field, string text) => document.Add(new TextField($"{field}_{language}", text, Field.Store.NO));
        }

        AddFacet("types", provider.Types);
        AddFacet("places", provider.Places);
        AddFacet("audiences", provider.Audiences);
        foreach (var phone in provider.Phones)
        {
            document.Add(new StringField("phone", phone.Value[1..], Field.Store.NO));
        }

        return document;

        void AddFacet(string field, IEnumerable<PublishedTerm> terms)
        {
            foreach (var term in terms)
            {
                document.Add(new SortedSetDocValuesField(field, new BytesRef(term.Slug.Value)));
            }
        }
    }
}
