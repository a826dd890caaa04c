using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search.Indexing;
using ReferralDirectory.Core.Search.Wording;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>Reads what somebody typed into words that the index knows, and words that it does not.</summary>
internal sealed class QueryReader(WordFinder finder, PhoneIndex phones)
{
    /// <summary>Words that are looked at; a question has fewer, and each costs.</summary>
    public const int MostWords = 8;

    private readonly List<QueryWord> words = [];
    private readonly List<QueryWord> functionWords = [];

    /// <summary>
    /// Words that count, each once, in their order; unknown ones among them. Empty only where nothing that could be
    /// a word was typed.
    /// </summary>
    /// <param name="typed">Anything.</param>
    public IReadOnlyList<QueryWord> Read(string typed)
    {
        words.Clear();
        functionWords.Clear();
        finder.StartQuery();
        var text = typed.Length > ProviderQuery.WordsMaxLength ? typed[..ProviderQuery.WordsMaxLength] : typed;
        var isOpen = text.Length > 0 && !char.IsWhiteSpace(text[^1]);
        text = TakePhones(text);
        var chunks = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < chunks.Length; i++)
        {
            ReadChunk(chunks[i], isOpen && i == chunks.Length - 1);
        }

        if (words.Count > 0)
        {
            return words;
        }

        foreach (var word in functionWords)
        {
            finder.FindExact(word, isOpen && word == functionWords[^1]);
        }

        return functionWords;
    }

    // A number is taken out as a whole where some provider has it; otherwise its digits are words like any other.
    private string TakePhones(string text)
    {
        foreach (var run in PhoneRuns.In(text))
        {
            var documents = new List<int>();
            phones.Find(run.Digits, documents);
            if (documents.Count > 0)
            {
                Add(new QueryWord(text[run.Start..run.End].Trim(), run.Digits) { PhoneDocuments = documents });
                text = string.Concat(text.AsSpan(0, run.Start), new string(' ', run.End - run.Start), text.AsSpan(run.End));
            }
        }

        return text;
    }

    // Without spaces a chunk can be one word of the other layout, whose letters look like signs: "ghb.n".
    private void ReadChunk(string chunk, bool isLast)
    {
        var asTyped = Look(chunk, chunk, isLast);
        if (asTyped.TrueForAll(IsUnderstood) || words.Count >= MostWords)
        {
            if (isLast && words.Count < MostWords && asTyped is [.., { IsSure: true } open])
            {
                finder.FindBegunInOtherScript(open);
            }

            asTyped.ForEach(Add);
            return;
        }

        var switched = KeyboardLayout.Switch(chunk);
        var otherLayout = Look(switched, chunk, isLast);
        // A mistyped letter turns into a sign, too, and what is left sounds like many a word: "помощб" is no "gjvjo,".
        var isSpelled = switched.Count(char.IsLetter) >= chunk.Count(char.IsLetter) || otherLayout.TrueForAll(word => word.IsSpelled);
        if (otherLayout.Count > 0 && isSpelled && otherLayout.TrueForAll(IsUnderstood))
        {
            otherLayout.ForEach(Add);
            return;
        }

        foreach (var word in asTyped.Take(MostWords - words.Count).Where(word => !word.IsSure && !FunctionWords.Contains(word.Text)))
        {
            finder.FindBegunInOtherScript(word);
            if (word.IsUnknown)
            {
                finder.FindNearest(word);
            }
        }

        if (otherLayout.Count == 1 && finder.MaySearchFar && asTyped.TrueForAll(word => word.IsUnknown))
        {
            finder.FindNearest(otherLayout[0]);
            asTyped = otherLayout[0].IsUnknown ? asTyped : otherLayout;
        }

        asTyped.ForEach(Add);
    }

    private static bool IsUnderstood(QueryWord word) => word.IsSure || FunctionWords.Contains(word.Text);

    private List<QueryWord> Look(string chunk, string typed, bool isLast)
    {
        var folded = TextFolding.Fold(chunk).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<QueryWord>(folded.Length);
        foreach (var text in folded)
        {
            var word = new QueryWord(folded.Length == 1 ? typed : text, text);
            found.Add(word);
            if (!FunctionWords.Contains(text) && words.Count + found.Count <= MostWords)
            {
                finder.FindExact(word, isLast && found.Count == folded.Length);
            }
        }

        return found;
    }

    private void Add(QueryWord word)
    {
        var list = word.PhoneDocuments is null && FunctionWords.Contains(word.Text) ? functionWords : words;
        if (!list.Exists(other => other.Text == word.Text))
        {
            list.Add(word);
        }
    }
}
