namespace ReferralDirectory.Core.Search.Querying;

/// <summary>One word of a query and what it may stand for.</summary>
internal sealed class QueryWord(string typed, string text)
{
    /// <summary>As the reader typed it.</summary>
    public string Typed { get; } = typed;

    /// <summary>As it was understood, folded.</summary>
    public string Text { get; } = text;

    /// <summary>Without endings, in each language of its script; null until somebody asked.</summary>
    public IReadOnlyList<string>? Stems { get; set; }

    /// <summary>Terms that are this word, or within slips of it.</summary>
    public List<int> Whole { get; } = [];

    /// <summary>Terms that begin with this word.</summary>
    public List<int> Begun { get; } = [];

    /// <summary>Where in the vocabulary <see cref="Begun"/> was taken from: whether from its keys, the first word, and the one after the last.</summary>
    public List<(int OfKeys, int From, int To)> Beginnings { get; } = [];

    /// <summary>
    /// Terms one slip away from a word that is known only by its stem or in another spelling: a form that no text has,
    /// or a name mistyped.
    /// </summary>
    public List<int> Doubtful { get; } = [];

    /// <summary>For a telephone number: documents that have it; otherwise null.</summary>
    public List<int>? PhoneDocuments { get; init; }

    /// <summary>True where the word was found as typed in its own script: not by a slip, nor by another script's letters.</summary>
    public bool IsSure { get; set; }

    /// <summary>True where some text has the word letter by letter.</summary>
    public bool IsSpelled { get; set; }

    /// <summary>True where the word was found only by assuming slips.</summary>
    public bool HasSlips { get; set; }

    /// <summary>True where nothing has it.</summary>
    public bool IsUnknown => Whole.Count == 0 && Begun.Count == 0 && PhoneDocuments is null;
}
