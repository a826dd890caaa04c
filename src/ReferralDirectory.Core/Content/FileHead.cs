using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary>The two lines at the head of a file that say what its texts are: <c>original</c> and <c>translations</c>.</summary>
internal static class FileHead
{
    /// <summary>Reads them and makes them the languages of the file.</summary>
    public static void Read(YamlMap map, ImmutableArray<LanguageTag> languages)
    {
        var original = map.Language("original");
        var file = map.File;
        if (!languages.Contains(original))
        {
            file.Fault(map.LineOf("original"), $"The language '{original}' is not in languages.yaml.");
        }

        var others = languages.Where(language => language != original).ToImmutableArray();
        var states = new List<(LanguageTag, TranslationState)> { (original, TranslationState.Original) };
        if (others.Length > 0)
        {
            var translations = map.Map("translations");
            foreach (var language in others)
            {
                var state = translations.OneOf<TranslationState>(language.Value);
                if (state == TranslationState.Original && translations.Has(language.Value))
                {
                    file.Fault(translations.LineOf(language.Value), $"'{language}' is 'original', but 'original' names '{original}': write reviewed or unreviewed.");
                }

                states.Add((language, state));
            }

            translations.Done();
        }

        file.Languages = [.. states];
    }
}
