using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Core.Tests.Search;

/// <summary>Ways of writing that the organisations of today do not happen to have.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("ru", "Центр в Щёлково", "Щёлково")]
    [InlineData("ru", "Центр в Щёлково", "щелково")]
    [InlineData("ru", "Центр в Щёлково", "ЩЕЛКОВО")]
    [InlineData("ru", "Центр в Щёлково", "Shchelkovo")]
    [InlineData("ru", "Центр в Щёлково", "Shchyolkovo")]
    [InlineData("ru", "Центр в Щёлково", "Schelkovo")]
    [InlineData("ru", "Центр в Щёлково", "Щолково")]
    [InlineData("ru", "Центр в Щёлково", "otkrjdj")]
    [InlineData("en", "Shchyolkovo Centre", "Щёлково")]
    [InlineData("en", "Shchyolkovo Centre", "Щелково")]
    [InlineData("en", "Café Élan", "cafe elan")]
    [InlineData("en", "Café Élan", "CAFÉ")]
    [InlineData("en", "Cafe Elan", "café élan")]
    [InlineData("ru", "Свято\u0301й исто\u0301чник", "святой источник")]
    [InlineData("de", "Beratungsstellen für Frauen", "Beratungsstelle")]
    [InlineData("de", "Beratungsstellen für Frauen", "fur frau")]
    [InlineData("de", "Hilfe in Straßburg", "strassburg")]
    [InlineData("fr", "Hébergement des réfugiés", "refugie")]
    [InlineData("es", "Mujeres unidas", "mujer")]
    public void Name_WrittenInOneWay_IsFoundInTheOther(string language, string name, string words)
    {
        var index = ProviderIndex.Build(SampleSearch.Real.Countries[0].Providers.Select((provider, number) => number > 0 ? provider : provider with { Name = Named(language, name) }));

        var results = index.Find(new ProviderQuery(words), 0, 15);

        Assert.Empty(results.DroppedWords);
        Assert.Equal(name, results.Hits[0].Provider.Name.Translations[0].Text);
    }

    /// <summary>All that is one slip away from a short word or its beginning and has at most three letters: as many letters are too few to tell a slip from another word.</summary>
    [Theory]
    [InlineData("ru", "Мост", "абвгдежзийклмнопрстуфхцчшщъыьэюя")]
    [InlineData("ru", "Дом", "абвгдежзийклмнопрстуфхцчшщъыьэюя")]
    // Without letters that are another spelling of the same sound, and no slip.
    [InlineData("en", "Kind", "abdefghiklmnoprstuvwz")]
    [InlineData("en", "Hub", "abdefghiklmnoprstuvwz")]
    public void Name_IsNotFound_ByAShortWordWithASlip(string language, string name, string letters)
    {
        var index = ProviderIndex.Build(SampleSearch.Real.Countries[0].Providers.Take(1).Select(provider => provider with { Name = Named(language, name) }));
        var word = name.ToLowerInvariant();
        var mistyped = Enumerable.Range(2, word.Length - 1).SelectMany(length => OneSlipFrom(word[..length], letters)).Where(slip => slip.Length is 2 or 3 && !word.StartsWith(slip, StringComparison.Ordinal)).Distinct().ToList();

        Assert.True(mistyped.Count > 100, $"Only {mistyped.Count}.");
        Assert.DoesNotContain(mistyped, slip => IsFoundByName(index, slip));
        // That the name is there to be found.
        Assert.True(IsFoundByName(index, word) && IsFoundByName(index, word[..2]));
    }

    private static bool IsFoundByName(ProviderIndex index, string words) =>
        index.Find(new ProviderQuery(words), 0, 1).Hits.Any(hit => hit.Reasons.Any(reason => reason.Field == MatchedField.Name));

    private static IEnumerable<string> OneSlipFrom(string word, string letters)
    {
        for (var at = 0; at <= word.Length; at++)
        {
            foreach (var letter in letters)
            {
                yield return word.Insert(at, letter.ToString());
                if (at < word.Length)
                {
                    yield return word.Remove(at, 1).Insert(at, letter.ToString());
                }
            }

            if (at < word.Length)
            {
                yield return word.Remove(at, 1);
            }

            if (at + 1 < word.Length)
            {
                yield return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
            }
        }
    }

    private static LocalisedText Named(string language, string name) => new([new Translation(LanguageTag.Parse(language), name, TranslationState.Original, null)]);
}
