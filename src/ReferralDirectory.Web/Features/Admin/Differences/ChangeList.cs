using System.Collections.Immutable;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Differences;

/// <summary>What a revision changes, field by field; contacts first, whatever else there is.</summary>
public sealed record ChangeList(IReadOnlyList<ChangeView> Changes)
{
    // Stands with the contact's value.
    private const string ContactKind = "Contacts.Kind";

    public static ChangeList From(ImmutableArray<FieldDifference> differences, SubjectDraft? before, SubjectDraft after, FieldNames names, Texts texts) => new(
    [
        .. differences.Where(change => !IsSaidElsewhere(change, differences))
            .Select(change => ChangeView.From(change, ItemOf(change, before, after, names), names, texts[$"Admin.Change.{change.Kind}"]))
            .OrderBy(change => !change.IsContact),
    ]);

    /// <summary>Names of the fields, each once: for a line of a list.</summary>
    public static IReadOnlyList<string> FieldsOf(ImmutableArray<FieldDifference> differences, Texts texts) =>
        [.. differences.Where(change => !IsSaidElsewhere(change, differences)).Select(change => texts[$"Admin.FieldName.{change.Label}"]).Distinct()];

    private static bool IsSaidElsewhere(FieldDifference change, ImmutableArray<FieldDifference> all) =>
        change.Label == ContactKind && all.Any(other => other.Path == ValueOf(change.Path));

    private static string ItemOf(FieldDifference change, SubjectDraft? before, SubjectDraft after, FieldNames names) =>
        (change.Label == "Contacts.Value" || change.Label == "Contacts") && KindOf(change.Path, before, after) is { } kind
            ? names.Value(ContactKind, kind)
            : names.Item(change.Path, before, after) ?? "";

    private static string? KindOf(string path, SubjectDraft? before, SubjectDraft after) =>
        new[] { after, before }.OfType<OrganisationDraft>().SelectMany(draft => draft.Contacts)
            .FirstOrDefault(contact => path.Contains(contact.Id.ToString(), StringComparison.OrdinalIgnoreCase))?.Kind.ToString();

    private static string ValueOf(string path) => path[..^"Kind".Length] + "Value";
}
