using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary><c>languages.yaml</c>.</summary>
internal static class LanguagesFile
{
    public static ImmutableArray<Language> Read(YamlMap map)
    {
        var languages = map.Maps("languages").Select((item, position) => (ReadLanguage(item, position), item)).ToList();
        Taxonomy.ReportDuplicates(languages, language => language.Tag.Value);
        map.Done();
        return [.. languages.Select(language => language.Item1).DistinctBy(language => language.Tag)];
    }

    private static Language ReadLanguage(YamlMap map, int position)
    {
        var direction = map.Text("direction", 3);
        if (direction is not ("ltr" or "rtl" or ""))
        {
            map.File.Fault(map.LineOf("direction"), $"'direction' is '{direction}': write ltr or rtl.");
        }

        var language = new Language
        {
            Tag = map.Language("tag"),
            Name = map.Text("name", Language.NameMaxLength),
            Position = position,
            IsRightToLeft = direction == "rtl",
            InterfaceState = map.OneOf<TranslationState>("interface"),
        };
        map.Done();
        return language;
    }
}
