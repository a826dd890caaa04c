using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search.Wording;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Reads providers into an index.</summary>
internal sealed class IndexBuilder
{
    // A term in more than one of so many descriptions is kept as bits, which then take less room than numbers.
    private const int CommonShare = 32;

    private readonly ImmutableArray<Provider> providers;
    private readonly VocabularyBuilder vocabulary = new();
    private readonly List<(int Term, int Posting)> names = [];
    private readonly List<(int Term, int Document)> texts = [];
    private readonly Dictionary<int, int> nameLengths = [];
    private readonly HashSet<int> textTerms = [];
    private readonly Dictionary<(int Type, int Audience), List<int>> pairs = [];
    private readonly FacetBuilder types;
    private readonly FacetBuilder places;
    private readonly FacetBuilder audiences;

    private IndexBuilder(IEnumerable<Provider> providers)
    {
        this.providers =
        [
            .. providers
                .Select(provider => (Provider: provider, Confirmed: DocumentOrder.DayOf(provider)))
                .OrderByDescending(pair => pair.Confirmed)
                .ThenBy(pair => pair.Provider.Slug.Value, StringComparer.Ordinal)
                .Select(pair => pair.Provider),
        ];
        types = new FacetBuilder(this.providers.SelectMany(provider => provider.Services).SelectMany(service => service.Types));
        places = new FacetBuilder(this.providers.SelectMany(provider => provider.Places));
        audiences = new FacetBuilder(this.providers.SelectMany(provider => provider.Services).SelectMany(service => service.Audiences));
    }

    public static IndexContent Build(IEnumerable<Provider> providers) => new IndexBuilder(providers).Build();

    private IndexContent Build()
    {
        for (var document = 0; document < providers.Length; document++)
        {
            AddNames(document);
            AddServices(document);
            places.Add(document, providers[document].Places);
        }

        types.AddWords(vocabulary);
        places.AddWords(vocabulary);
        audiences.AddWords(vocabulary);
        var words = vocabulary.Build(out var numbers);
        Renumber(names, numbers);
        Renumber(texts, numbers);
        var (rareTexts, commonTexts) = SplitTexts(words.TermCount);
        var (typeFacet, placeFacet, audienceFacet) = (Build(types), Build(places), Build(audiences));
        return new IndexContent
        {
            Providers = providers,
            Vocabulary = words,
            Names = Postings.Of(words.TermCount, CollectionsMarshal.AsSpan(names)),
            Texts = rareTexts,
            CommonTexts = commonTexts,
            SharedTerms = SharedTerms(words.TermCount, commonTexts, [typeFacet, placeFacet, audienceFacet]),
            Types = typeFacet,
            Places = placeFacet,
            Audiences = audienceFacet,
            Pairs = ServicePairs.Of(pairs, providers.Length),
            PlaceNotStated = Documents(provider => provider.Places.IsEmpty),
            Free = Documents(provider => provider.HasFreePhone),
            Phones = PhoneIndex.Of([.. providers.SelectMany((provider, document) => provider.Contacts.Where(contact => contact.Phone is not null).Select(contact => (document, contact.Value)))]),
        };

        Facet Build(FacetBuilder facet) => facet.Build(providers.Length, numbers);
    }

    private static void Renumber(List<(int Term, int Value)> postings, int[] numbers)
    {
        foreach (ref var posting in CollectionsMarshal.AsSpan(postings))
        {
            posting.Term = numbers[posting.Term];
        }
    }

    private static ulong[] SharedTerms(int termCount, FrozenDictionary<int, DocumentSet> commonTexts, Facet[] facets)
    {
        var shared = new ulong[Bits.LengthFor(termCount)];
        for (var term = 0; term < termCount; term++)
        {
            if (commonTexts.ContainsKey(term) || facets.Any(facet => !facet.ByWord[term].IsEmpty))
            {
                Bits.Set(shared, term);
            }
        }

        return shared;
    }

    private void AddNames(int document)
    {
        nameLengths.Clear();
        foreach (var name in providers[document].Name.Translations)
        {
            AddName(name.Text, name.Language);
        }

        foreach (var name in providers[document].AlsoKnownAs)
        {
            AddName(name, null);
        }

        foreach (var (term, words) in nameLengths)
        {
            names.Add((term, NamePosting.Of(document, words)));
        }
    }

    private void AddName(string name, LanguageTag? language)
    {
        var folded = TextFolding.Fold(name).AsSpan();
        var words = folded.Count(' ') + 1;
        foreach (var range in folded.Split(' '))
        {
            if (!folded[range].IsEmpty)
            {
                ref var shortest = ref CollectionsMarshal.GetValueRefOrAddDefault(nameLengths, vocabulary.TermOf(folded[range], language), out var isThere);
                shortest = isThere ? Math.Min(shortest, words) : words;
            }
        }
    }

    private void AddServices(int document)
    {
        textTerms.Clear();
        foreach (var service in providers[document].Services)
        {
            types.Add(document, service.Types);
            audiences.Add(document, service.Audiences);
            foreach (var type in service.Types)
            {
                foreach (var audience in service.Audiences)
                {
                    ref var both = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (types.NumberOf(type), audiences.NumberOf(audience)), out _);
                    (both ??= []).Add(document);
                }
            }

            foreach (var description in service.Description.Translations)
            {
                AddText(document, description.Text, description.Language);
            }
        }
    }

    private void AddText(int document, string text, LanguageTag language)
    {
        var folded = TextFolding.Fold(text).AsSpan();
        foreach (var range in folded.Split(' '))
        {
            var word = folded[range];
            if (!word.IsEmpty && !FunctionWords.Contains(word) && vocabulary.TermOf(word, language) is var term && textTerms.Add(term))
            {
                texts.Add((term, document));
            }
        }
    }

    private (Postings Rare, FrozenDictionary<int, DocumentSet> Common) SplitTexts(int termCount)
    {
        var all = Postings.Of(termCount, CollectionsMarshal.AsSpan(texts));
        var common = new Dictionary<int, DocumentSet>();
        for (var term = 0; term < termCount; term++)
        {
            if (all[term].Length * (long)CommonShare > providers.Length)
            {
                common.Add(term, DocumentSet.Of(all[term].ToArray(), providers.Length));
            }
        }

        texts.RemoveAll(posting => common.ContainsKey(posting.Term));
        return (Postings.Of(termCount, CollectionsMarshal.AsSpan(texts)), common.ToFrozenDictionary());
    }

    private DocumentSet Documents(Func<Provider, bool> meets) =>
        DocumentSet.Of([.. Enumerable.Range(0, providers.Length).Where(document => meets(providers[document]))], providers.Length);
}
