using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>
/// How many documents of one word have each choice of each filter, remembered for words that many documents have: counting is most
/// of what these cost, and everybody asks for them. A word is known by what it stands for in the vocabulary, and not by what was typed.
/// </summary>
internal sealed class WordFacets
{
    // Counts of a country take about a kilobyte. No vocabulary has so many words that a large part of the documents has.
    private const int MostWords = 1000;

    // Counting fewer costs little more than looking here.
    private const int FewestDocuments = 200;

    // Characters of a key, two to a number. Longer ones are of words with many slips, which nobody asks for again.
    private const int LongestKey = 200;

    private readonly ConcurrentDictionary<string, ProviderFacets> known = new(StringComparer.Ordinal);

    /// <param name="word">The only thing asked for.</param>
    /// <param name="count">Counts, where that was not done before.</param>
    public ProviderFacets Of(WordMatch word, Func<ProviderFacets> count)
    {
        var key = word.Count < FewestDocuments ? null : KeyOf(word.Word);
        if (key is not null && known.TryGetValue(key, out var facets))
        {
            return facets;
        }

        facets = count();
        if (key is not null)
        {
            if (known.Count >= MostWords)
            {
                known.Clear();
            }

            known[key] = facets;
        }

        return facets;
    }

    // Words of equal keys have the same documents: of the same terms, and of the same stretches of the vocabulary.
    private static string? KeyOf(QueryWord word)
    {
        List<int> key = [word.Whole.Count, .. word.Whole, word.Doubtful.Count, .. word.Doubtful];
        foreach (var (ofKeys, from, to) in word.Beginnings)
        {
            key.AddRange(ofKeys, from, to);
        }

        var text = MemoryMarshal.Cast<int, char>(CollectionsMarshal.AsSpan(key));
        return word.PhoneDocuments is null && text.Length <= LongestKey ? text.ToString() : null;
    }
}
