using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Search.Wording;

/// <summary>Languages that have a Snowball program, by their ISO 639 code.</summary>
internal static class StemmerLanguages
{
    private static readonly FrozenDictionary<string, (Script Script, Func<SnowballProgram> Create)> All =
        new Dictionary<string, (Script, Func<SnowballProgram>)>
        {
            ["ca"] = (Script.Latin, () => new CatalanStemmer()),
            ["da"] = (Script.Latin, () => new DanishStemmer()),
            ["de"] = (Script.Latin, () => new GermanStemmer()),
            ["en"] = (Script.Latin, () => new EnglishStemmer()),
            ["es"] = (Script.Latin, () => new SpanishStemmer()),
            ["eu"] = (Script.Latin, () => new BasqueStemmer()),
            ["fi"] = (Script.Latin, () => new FinnishStemmer()),
            ["fr"] = (Script.Latin, () => new FrenchStemmer()),
            ["ga"] = (Script.Latin, () => new IrishStemmer()),
            ["hu"] = (Script.Latin, () => new HungarianStemmer()),
            ["hy"] = (Script.Armenian, () => new ArmenianStemmer()),
            ["it"] = (Script.Latin, () => new ItalianStemmer()),
            ["nb"] = (Script.Latin, () => new NorwegianStemmer()),
            ["nl"] = (Script.Latin, () => new DutchStemmer()),
            ["nn"] = (Script.Latin, () => new NorwegianStemmer()),
            ["no"] = (Script.Latin, () => new NorwegianStemmer()),
            ["pt"] = (Script.Latin, () => new PortugueseStemmer()),
            ["ro"] = (Script.Latin, () => new RomanianStemmer()),
            ["ru"] = (Script.Cyrillic, () => new RussianStemmer()),
            ["sv"] = (Script.Latin, () => new SwedishStemmer()),
            ["tr"] = (Script.Latin, () => new TurkishStemmer()),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The language by which a word is stemmed: its text's where that is written in the word's script, otherwise the
    /// one that most texts here in that script are in; null for no stemming.
    /// </summary>
    public static string? For(Script script, LanguageTag? language)
    {
        var code = language?.Value.Split('-')[0];
        return code is not null && All.TryGetValue(code, out var program) && program.Script == script
            ? code
            : script switch
            {
                Script.Latin => "en",
                Script.Cyrillic => "ru",
                Script.Armenian => "hy",
                Script.Other => null,
            };
    }

    /// <summary>A program of its own: a program holds the word it works on and serves one thread.</summary>
    public static SnowballProgram Create(string language) => All[language].Create();

    /// <summary>The script a language of <see cref="For"/> is written in.</summary>
    public static Script ScriptOf(string language) => All[language].Script;
}
