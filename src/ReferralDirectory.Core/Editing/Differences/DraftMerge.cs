using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>Merges what two persons made of the same draft: fields that one of them changed as they are, the others by choice.</summary>
public sealed class DraftMerge
{
    private readonly IReadOnlyDictionary<string, MergeChoice> choices;
    private readonly ImmutableArray<MergeConflict>.Builder open = ImmutableArray.CreateBuilder<MergeConflict>();

    private DraftMerge(IReadOnlyDictionary<string, MergeChoice> choices) => this.choices = choices;

    /// <param name="origin">What both started from; null where that is not known: then every difference is a conflict.</param>
    /// <param name="theirs">What is published now.</param>
    /// <param name="mine">What the revision says.</param>
    /// <param name="choices">By path.</param>
    /// <returns>
    /// The merged draft, and the fields for which a choice is missing; in these it says what the revision says.
    /// </returns>
    public static (SubjectDraft Draft, ImmutableArray<MergeConflict> Open) Merge(SubjectDraft? origin, SubjectDraft theirs, SubjectDraft mine, IReadOnlyDictionary<string, MergeChoice> choices)
    {
        var merge = new DraftMerge(choices);
        var merged = merge.Walk("", "", origin is null ? null : DraftTree.Of(origin), DraftTree.Of(theirs), DraftTree.Of(mine));
        return (DraftTree.DraftFrom(merged!.AsObject(), mine.SubjectKind), merge.open.ToImmutable());
    }

    private JsonNode? Walk(string path, string label, JsonNode? origin, JsonNode? theirs, JsonNode? mine)
    {
        if (JsonNode.DeepEquals(theirs, mine) || JsonNode.DeepEquals(origin, mine))
        {
            return theirs?.DeepClone();
        }

        if (JsonNode.DeepEquals(origin, theirs) || label.EndsWith(DraftTree.Hash, StringComparison.Ordinal))
        {
            return mine?.DeepClone();
        }

        if (IsWhole(label) || DraftTree.IsText(theirs ?? mine))
        {
            return Choose(path, label, origin, theirs, mine);
        }

        if (origin is null or JsonObject && theirs is JsonObject && mine is JsonObject)
        {
            return new JsonObject(DraftTree.Properties(theirs, mine).Select(name => KeyValuePair.Create(name, Walk(DraftTree.Join(path, name), DraftTree.Join(label, name), origin?[name], theirs[name], mine[name]))));
        }

        return origin is null or JsonArray && theirs is JsonArray && mine is JsonArray && DraftTree.IsKeyed(theirs) && DraftTree.IsKeyed(mine) && DraftTree.IsKeyed(origin ?? theirs)
            ? MergeItems(path, label, DraftTree.Items(origin), DraftTree.Items(theirs), DraftTree.Items(mine))
            : Choose(path, label, origin, theirs, mine);
    }

    // Two persons who replaced the same number have each removed one and added one: merged item by item, both new numbers would
    // stand there. Hours belong together, too.
    private static bool IsWhole(string label) => label is "Contacts" or "OpeningHours";

    private JsonArray MergeItems(string path, string label, List<(string Key, JsonNode Item)> origin, List<(string Key, JsonNode Item)> theirs, List<(string Key, JsonNode Item)> mine)
    {
        // In the order of whoever changed it, mine before theirs; what the other added comes last.
        var mineMoved = !Keys(mine).Where(Keys(origin).Contains).SequenceEqual(Keys(origin).Where(Keys(mine).Contains));
        var (first, second) = mineMoved ? (mine, theirs) : (theirs, mine);
        var merged = Keys(first).Union(Keys(second)).Select(key => Walk($"{path}[{key}]", label, ItemOf(origin, key), ItemOf(theirs, key), ItemOf(mine, key)));
        return new JsonArray([.. merged.Where(item => item is not null)]);
    }

    private JsonNode? Choose(string path, string label, JsonNode? origin, JsonNode? theirs, JsonNode? mine)
    {
        if (choices.TryGetValue(path, out var choice))
        {
            return (choice == MergeChoice.Theirs ? theirs : mine)?.DeepClone();
        }

        open.Add(new MergeConflict(path, label, [.. DraftTree.Lines(origin)], [.. DraftTree.Lines(theirs)], [.. DraftTree.Lines(mine)]));
        return mine?.DeepClone();
    }

    private static IEnumerable<string> Keys(List<(string Key, JsonNode Item)> items) => items.Select(item => item.Key);

    private static JsonNode? ItemOf(List<(string Key, JsonNode Item)> items, string key) => items.Find(item => item.Key == key).Item;
}
