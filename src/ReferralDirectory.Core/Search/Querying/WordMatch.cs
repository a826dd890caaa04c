using System.Runtime.InteropServices;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>Documents that have one word, by the weight of the field that has it.</summary>
internal sealed class WordMatch
{
    private readonly IndexContent content;
    private readonly Scratch scratch;
    private readonly ulong[]?[] tiers = new ulong[]?[Tiers.Count];
    private List<(Facet Facet, Tier Tier, int Number)> facetTerms = [];

    public WordMatch(IndexContent content, Scratch scratch, QueryWord word)
    {
        this.content = content;
        this.scratch = scratch;
        Word = word;
        foreach (var document in word.PhoneDocuments ?? [])
        {
            Bits.Set(Set(Tier.Phone), document);
        }

        word.Whole.ForEach(AddWhole);
        word.Begun.ForEach(AddBegun);
        word.Doubtful.ForEach(term => AddNames(term, Tier.NameDoubtful));
        AddFacetTerms();
        Documents = scratch.NewSet();
        foreach (var tier in tiers)
        {
            if (tier is not null)
            {
                Bits.Or(Documents, tier);
            }
        }

        scratch.LeaveOutRemoved(Documents);
        Count = Bits.Count(Documents);
    }

    public QueryWord Word { get; }

    /// <summary>Every document that has it.</summary>
    public ulong[] Documents { get; }

    /// <summary>How many these are.</summary>
    public int Count { get; }

    /// <summary>Facet terms that have it.</summary>
    public IReadOnlyList<(Facet Facet, Tier Tier, int Number)> FacetTerms => facetTerms;

    /// <summary>Null where no document has it there.</summary>
    public ulong[]? this[Tier tier] => tiers[(int)tier];

    /// <summary>Documents of each field that has the word, whole and begun together.</summary>
    public List<ulong[]> Fields()
    {
        var fields = new List<ulong[]>(Tiers.Fields.Count);
        foreach (var ofField in Tiers.Fields)
        {
            ulong[]? field = null;
            foreach (var tier in ofField)
            {
                if (this[tier] is { } set)
                {
                    field = field is null ? set : Union(field, set);
                }
            }

            if (field is not null)
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    /// <summary>
    /// Has reasons name the terms that most words share: of "legal help" both words mean legal help, though the second
    /// stands in other terms too.
    /// </summary>
    public void PreferSharedTerms(List<WordMatch> words)
    {
        if (words.Count > 1 && facetTerms.Count > 1)
        {
            facetTerms = [.. facetTerms.OrderByDescending(term => words.Count(word => word.Means(term.Facet, term.Number)))];
        }
    }

    /// <summary>True where the facet's term has the word.</summary>
    public bool Means(Facet facet, int number)
    {
        foreach (var term in CollectionsMarshal.AsSpan(facetTerms))
        {
            if (term.Facet == facet && term.Number == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null where the document does not have it.</summary>
    public MatchReason? ReasonFor(int document)
    {
        for (var tier = Tier.Phone; (int)tier < Tiers.Count; tier++)
        {
            if (this[tier] is { } documents && Bits.Has(documents, document))
            {
                return new MatchReason(Tiers.Field(tier), Word.Text, TermOf(tier, document), PhoneOf(tier, document));
            }
        }

        return null;
    }

    private void AddWhole(int term)
    {
        foreach (var posting in content.Names[term])
        {
            Bits.Set(Set(Tier.NameOfOne + NamePosting.LengthOf(posting)), NamePosting.DocumentOf(posting));
        }

        AddTexts(term, Tier.Text);
        AddShared(term, Tier.Text, Tier.Place, Tier.Type, Tier.Audience);
    }

    private void AddBegun(int term)
    {
        AddNames(term, Tier.NameBegun);
        AddTexts(term, Tier.TextBegun);
        AddShared(term, Tier.TextBegun, Tier.PlaceBegun, Tier.TypeBegun, Tier.AudienceBegun);
    }

    private void AddNames(int term, Tier tier)
    {
        foreach (var posting in content.Names[term])
        {
            Bits.Set(Set(tier), NamePosting.DocumentOf(posting));
        }
    }

    private void AddTexts(int term, Tier tier)
    {
        var documents = content.Texts[term];
        if (!documents.IsEmpty)
        {
            var set = Set(tier);
            foreach (var document in documents)
            {
                Bits.Set(set, document);
            }
        }
    }

    private void AddShared(int term, Tier text, Tier place, Tier type, Tier audience)
    {
        if (!Bits.Has(content.SharedTerms, term))
        {
            return;
        }

        if (content.CommonTexts.TryGetValue(term, out var common))
        {
            common.AddTo(Set(text));
        }

        Note(content.Places, place);
        Note(content.Types, type);
        Note(content.Audiences, audience);

        void Note(Facet facet, Tier tier)
        {
            foreach (var number in facet.ByWord[term])
            {
                // A term that has the word whole need not be noted as one that has its beginning.
                if (!Means(facet, number))
                {
                    facetTerms.Add((facet, tier, number));
                }
            }
        }
    }

    private void AddFacetTerms()
    {
        foreach (var (facet, tier, number) in facetTerms)
        {
            facet.DocumentsOf(number).AddTo(Set(tier));
        }
    }

    private PublishedTerm? TermOf(Tier tier, int document)
    {
        foreach (var (facet, noted, number) in facetTerms)
        {
            if (noted == tier && facet.DocumentsOf(number).Contains(document))
            {
                return facet.Terms[number];
            }
        }

        return null;
    }

    private Domain.PhoneNumber? PhoneOf(Tier tier, int document) => tier == Tier.Phone
        ? content.Providers[document].Contacts.FirstOrDefault(contact => contact.Phone is not null && PhoneIndex.IsPartOf(Word.Text, contact.Value))?.Phone
        : null;

    private ulong[] Union(ulong[] one, ulong[] other)
    {
        var both = scratch.NewSet();
        one.CopyTo(both, 0);
        Bits.Or(both, other);
        return both;
    }

    private ulong[] Set(Tier tier) => tiers[(int)tier] ??= scratch.NewSet();
}
