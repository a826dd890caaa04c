using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data;

/// <summary>
/// Reads what <see cref="JsonText"/> writes. By hand: a start reads hundreds of these, and the serializer would first spend
/// longer on learning their types.
/// </summary>
internal static class StoredJson
{
    public static LocalisedText LocalisedText(string json)
    {
        using var document = JsonDocument.Parse(json);
        List<Translation> translations = [];
        foreach (var item in document.RootElement.EnumerateArray())
        {
            translations.Add(new Translation(Language(item), Text(item.GetProperty("Text")), (TranslationState)item.GetProperty("State").GetInt32(), item.GetProperty("Of").GetString()));
        }

        return new LocalisedText(translations);
    }

    public static ImmutableArray<SearchWords> SearchWords(string json)
    {
        using var document = JsonDocument.Parse(json);
        List<SearchWords> lists = [];
        foreach (var item in document.RootElement.EnumerateArray())
        {
            lists.Add(new SearchWords(Language(item), Strings(item.GetProperty("Words"))));
        }

        return [.. lists];
    }

    public static ImmutableArray<string> Strings(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Strings(document.RootElement);
    }

    public static ImmutableArray<LanguageTag> Languages(string json) => [.. Strings(json).Select(LanguageTag.Parse)];

    private static ImmutableArray<string> Strings(JsonElement array)
    {
        List<string> strings = [];
        foreach (var item in array.EnumerateArray())
        {
            strings.Add(Text(item));
        }

        return [.. strings];
    }

    private static LanguageTag Language(JsonElement item) => LanguageTag.Parse(Text(item.GetProperty("Lang")));

    private static string Text(JsonElement value) => value.GetString() ?? throw new InvalidDataException("A stored text is JSON null.");
}
