using Lucene.Net.Tartarus.Snowball;

namespace ReferralDirectory.Core.Search.Wording;

/// <summary>Takes endings off words. Serves one thread: whoever queries rents it with the rest of the scratch.</summary>
internal sealed class Stemmers
{
    private readonly Dictionary<string, SnowballProgram> programs = new(StringComparer.Ordinal);

    /// <param name="language">A language of <see cref="StemmerLanguages"/>; null leaves the word as it is.</param>
    /// <param name="word">Folded.</param>
    public string Stem(string? language, string word)
    {
        if (language is null)
        {
            return word;
        }

        if (!programs.TryGetValue(language, out var program))
        {
            programs.Add(language, program = StemmerLanguages.Create(language));
        }

        program.SetCurrent(word);
        program.Stem();
        var stem = program.Current;
        return stem.Length == 0 ? word : stem;
    }
}
