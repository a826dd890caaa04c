using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>Compares two drafts of a subject, field by field.</summary>
public sealed class DraftDifference
{
    private readonly ImmutableArray<FieldDifference>.Builder found = ImmutableArray.CreateBuilder<FieldDifference>();

    private DraftDifference()
    {
    }

    /// <param name="before">Null where there was nothing: every field is new.</param>
    /// <param name="after">Of the same kind.</param>
    /// <returns>In the order of the fields; services, contacts and languages are matched by what they are, not by where they stand.</returns>
    public static ImmutableArray<FieldDifference> Between(SubjectDraft? before, SubjectDraft after)
    {
        var difference = new DraftDifference();
        difference.Walk("", "", before is null ? null : DraftTree.Of(before), DraftTree.Of(after));
        if (difference.found.Count == 0 && before is StepTextDraft { OfHash: { } old } && after is StepTextDraft { OfHash: { } @new } text && old != @new)
        {
            difference.Add(nameof(text.State), nameof(text.State), null, [DraftTree.Outdated], [text.State.ToString()], []);
        }

        return difference.found.ToImmutable();
    }

    private void Walk(string path, string label, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return;
        }

        if (DraftTree.IsText(before ?? after))
        {
            CompareTexts(path, label, before, after);
        }
        else if (before is null or JsonObject && after is null or JsonObject)
        {
            foreach (var name in DraftTree.Properties(before, after).Where(name => name != DraftTree.Hash && !(path.EndsWith(']') && DraftTree.IsKey(name))))
            {
                Walk(DraftTree.Join(path, name), DraftTree.Join(label, name), before?[name], after?[name]);
            }
        }
        else if (before is null or JsonArray && after is null or JsonArray && DraftTree.IsKeyed(before ?? new JsonArray()) && DraftTree.IsKeyed(after ?? new JsonArray()))
        {
            CompareItems(path, label, DraftTree.Items(before), DraftTree.Items(after));
        }
        else
        {
            var isText = before?.GetValueKind() == System.Text.Json.JsonValueKind.String && after?.GetValueKind() == System.Text.Json.JsonValueKind.String;
            Add(path, label, null, [.. DraftTree.Lines(before)], [.. DraftTree.Lines(after)], isText ? WordDifference.Between(before!.GetValue<string>(), after!.GetValue<string>()) : []);
        }
    }

    private void CompareTexts(string path, string label, JsonNode? before, JsonNode? after)
    {
        var language = (before ?? after)!["Language"]!.GetValue<string>();
        var (old, @new) = (before is null ? null : DraftTree.TextOf(before), after is null ? null : DraftTree.TextOf(after));
        if (old != @new)
        {
            Add(path, label, language, old is null ? [] : [old], @new is null ? [] : [@new], old is null || @new is null ? [] : WordDifference.Between(old, @new));
        }

        if (before is null || after is null)
        {
            return;
        }

        // Of the same words somebody may say that they are right for the original as it is now: then only the hash is another.
        var isSame = old == @new && !JsonNode.DeepEquals(before[DraftTree.Hash], after[DraftTree.Hash]);
        var (stood, stands) = (StateOf(before, isSame), StateOf(after, isSame));
        if (stood != stands)
        {
            Add($"{path}.State", $"{label}.State", language, [stood], [stands], []);
        }
    }

    private static string StateOf(JsonNode text, bool looksAtOriginal) => looksAtOriginal && DraftTree.IsOutdated(text) ? DraftTree.Outdated : text["State"]!.ToString();

    private void CompareItems(string path, string label, List<(string Key, JsonNode Item)> before, List<(string Key, JsonNode Item)> after)
    {
        foreach (var (key, item) in before.Where(item => after.All(other => other.Key != item.Key)))
        {
            Walk($"{path}[{key}]", label, item, null);
        }

        // Who stands elsewhere among those that were there before.
        var stayed = after.Where(item => before.Exists(other => other.Key == item.Key)).Select(item => item.Key).ToList();
        var order = before.Where(item => stayed.Contains(item.Key)).Select(item => item.Key).ToList();
        foreach (var (key, item) in after)
        {
            var place = stayed.IndexOf(key);
            if (place >= 0 && order[place] != key)
            {
                found.Add(new FieldDifference($"{path}[{key}]", label, null, DifferenceKind.Moved, [Place(order.IndexOf(key))], [Place(place)], []));
            }

            Walk($"{path}[{key}]", label, before.Find(other => other.Key == key).Item, item);
        }
    }

    private static string Place(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Add(string path, string label, string? language, ImmutableArray<string> before, ImmutableArray<string> after, ImmutableArray<DiffPart> words)
    {
        if (before.IsEmpty && after.IsEmpty)
        {
            return;
        }

        var kind = before.IsEmpty ? DifferenceKind.Added : after.IsEmpty ? DifferenceKind.Removed : DifferenceKind.Changed;
        found.Add(new FieldDifference(path, label, language, kind, before, after, words));
    }
}
