using System.Text.Json.Nodes;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>How drafts are walked, as JSON, by what compares and merges them.</summary>
internal static class DraftTree
{
    private const string Kind = "Kind";
    private const string Id = "Id";
    private const string Language = "Language";

    /// <summary>The property that Core sets and nobody edits.</summary>
    public const string Hash = "OfHash";

    /// <summary>What is said in place of the state of a translation whose original has changed.</summary>
    public const string Outdated = "Outdated";

    /// <summary>A draft as a tree, without what says which kind it is.</summary>
    public static JsonObject Of(SubjectDraft draft)
    {
        var tree = DraftJson.ToNode(draft);
        tree.Remove(Kind);
        tree.Remove(nameof(SubjectDraft.SubjectKind));
        return tree;
    }

    /// <summary>The draft of a tree.</summary>
    public static SubjectDraft DraftFrom(JsonObject tree, SubjectKind kind)
    {
        tree[Kind] = kind.ToString();
        return DraftJson.FromNode(tree);
    }

    /// <summary>True for what says which item of a list it is.</summary>
    public static bool IsKey(string property) => property is Id or Language;

    /// <summary>True for one language of a text.</summary>
    public static bool IsText(JsonNode? node) => node is JsonObject item && item.ContainsKey("Text");

    /// <summary>True for a translation of an earlier original than the one that stands in the same list.</summary>
    public static bool IsOutdated(JsonNode text) =>
        text.Parent is JsonArray list && list.FirstOrDefault(other => StateOf(other) == TranslationState.Original) is { } original
        && Translation.IsOutdated(StateOf(text) ?? TranslationState.Original, text[Hash]?.GetValue<string>(), TextOf(original));

    /// <summary>The text of one language.</summary>
    public static string TextOf(JsonNode text) => text["Text"]!.GetValue<string>();

    /// <summary>True for a list of things that have an id or a language; an empty list is one of these as well.</summary>
    public static bool IsKeyed(JsonNode? node) => node is JsonArray list && list.All(item => item is JsonObject thing && (thing.ContainsKey(Id) || thing.ContainsKey(Language)));

    /// <summary>Items of a keyed list by key, in order. A key that stands twice, in a draft that has that fault, gets a number.</summary>
    public static List<(string Key, JsonNode Item)> Items(JsonNode? list)
    {
        List<(string Key, JsonNode Item)> items = [];
        foreach (var item in list as JsonArray ?? [])
        {
            var key = (item![Id] ?? item[Language])!.GetValue<string>();
            var same = items.Count(other => other.Key == key || other.Key.StartsWith($"{key}#", StringComparison.Ordinal));
            items.Add((same == 0 ? key : $"{key}#{same + 1}", item));
        }

        return items;
    }

    /// <summary>Names of the properties of either.</summary>
    public static IEnumerable<string> Properties(params ReadOnlySpan<JsonNode?> nodes)
    {
        List<string> names = [];
        foreach (var node in nodes)
        {
            names.AddRange((node as JsonObject ?? []).Select(property => property.Key));
        }

        return names.Distinct();
    }

    /// <summary>A value as lines: one for each item of a list.</summary>
    public static IEnumerable<string> Lines(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => string.Join(' ', Values(item))),
        JsonObject text when IsText(text) => [TextOf(text)],
        _ => [string.Join(' ', Values(node))],
    };

    private static TranslationState? StateOf(JsonNode? text) => Enum.TryParse<TranslationState>(text?["State"]?.ToString(), out var state) ? state : null;

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.SelectMany(Values),
        JsonObject item => item.Where(property => property.Key is not (Hash or Id or "State")).SelectMany(property => Values(property.Value)),
        _ => [node.ToString()],
    };
}
