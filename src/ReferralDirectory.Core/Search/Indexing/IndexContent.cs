using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>All that queries read. A document is a provider's place in <see cref="Providers"/>.</summary>
internal sealed record IndexContent
{
    /// <summary>The latest confirmed first, then by slug: among equal matches the order of documents decides.</summary>
    public required ImmutableArray<Provider> Providers { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>For each term, <see cref="NamePosting"/>s.</summary>
    public required Postings Names { get; init; }

    /// <summary>For each term that is not in <see cref="CommonTexts"/>, documents with it in a description.</summary>
    public required Postings Texts { get; init; }

    public required FrozenDictionary<int, DocumentSet> CommonTexts { get; init; }

    /// <summary>
    /// Terms of <see cref="CommonTexts"/> or of any facet, as bits. Nearly all terms are in names and descriptions
    /// only, and a beginning of two letters leads to thousands of them.
    /// </summary>
    public required ulong[] SharedTerms { get; init; }

    public required Facet Types { get; init; }

    public required Facet Places { get; init; }

    public required Facet Audiences { get; init; }

    public required ServicePairs Pairs { get; init; }

    public required DocumentSet PlaceNotStated { get; init; }

    public required DocumentSet Free { get; init; }

    public required PhoneIndex Phones { get; init; }

    /// <summary>Elements of a set of documents.</summary>
    public int SetLength => Bits.LengthFor(Providers.Length);
}
