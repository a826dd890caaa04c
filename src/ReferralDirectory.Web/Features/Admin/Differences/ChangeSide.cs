using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;

namespace ReferralDirectory.Web.Features.Admin.Differences;

/// <summary>What a field said, or says.</summary>
/// <param name="Lines">One for each item of a list.</param>
/// <param name="Words">For a text that changed: the same, with the words marked that are only on this side.</param>
/// <param name="Lang">For <c>lang</c>; null for what is in no language.</param>
/// <param name="Dir">For <c>dir</c>.</param>
public sealed record ChangeSide(IReadOnlyList<string> Lines, ImmutableArray<DiffPart> Words, string? Lang, string? Dir)
{
    public bool IsEmpty => Lines.Count == 0;

    public static ChangeSide From(FieldDifference change, ImmutableArray<string> lines, DiffPartKind side, FieldNames names, Language? language) => new(
        [.. lines.Select(line => names.Value(change.Label, line))],
        change.Language is null && !IsPart(change.Label) ? [] : [.. change.Words.Where(part => part.Kind == side || part.Kind == DiffPartKind.Same)],
        language?.Tag.Value,
        language is null ? null : language.IsRightToLeft ? "rtl" : "ltr");

    /// <summary>The text with what is only on this side in <c>del</c> or <c>ins</c>; no white space is added.</summary>
    public IHtmlContent Marked()
    {
        var html = new HtmlContentBuilder();
        foreach (var part in Words)
        {
            var tag = part.Kind switch
            {
                DiffPartKind.Same => null,
                DiffPartKind.Removed => "del",
                DiffPartKind.Added => "ins",
            };
            _ = tag is null ? html.Append(part.Text) : html.AppendHtml($"<{tag}>").Append(part.Text).AppendHtml($"</{tag}>");
        }

        return html;
    }

    // Parts of a step's text have no language of their own: the whole text is in one.
    private static bool IsPart(string label) => label is "Title" or "Summary" or "ForYou" or "ForWorkers" or "NotHere";
}
