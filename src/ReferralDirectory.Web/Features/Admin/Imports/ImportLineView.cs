using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>One organisation of a file.</summary>
/// <param name="Number">Its place in the file.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Row">Where it begins.</param>
/// <param name="What">What would be done with it, or was.</param>
/// <param name="IsWarning">That is nothing good.</param>
/// <param name="Href">The revision that was handed in; null where there is none.</param>
/// <param name="Changes">Field by field; null where nothing would be changed.</param>
/// <param name="Faults">Where, and what to do.</param>
public sealed record ImportLineView(int Number, string Name, string Row, string What, bool IsWarning, string? Href, ChangeList? Changes, IReadOnlyList<string> Faults)
{
    public static ImportLineView From(ImportLine line, FieldNames? names, Texts texts) => new(
        line.Number,
        line.Name.Length > 0 ? line.Name : texts["Admin.Entry.NoName"],
        texts["Admin.Imports.Row", line.Row],
        texts[line.IsOvertaken ? $"Admin.Imports.Outcome.{ImportOutcome.Overtaken}" : line.Outcome is { } outcome ? $"Admin.Imports.Outcome.{outcome}" : $"Admin.Imports.Kind.{line.Kind}"],
        line.IsOvertaken || line.Kind == ImportItemKind.Faulty || line.Outcome is ImportOutcome.Overtaken or ImportOutcome.NotAllowed,
        line.RevisionId is { } revision ? EditingLinks.Revision(revision) : null,
        line.After is { } after && names is not null && line.Outcome is null ? ChangeList.From(line.Differences, line.Before, after, names, texts) : null,
        [.. line.Faults.Select(fault => $"{PlaceOf(fault, texts)}: {TextOf(fault, texts)}")]);

    private static string PlaceOf(ImportFault fault, Texts texts) =>
        fault.Column.Length == 0 ? texts["Admin.Imports.Row", fault.Row] : texts["Admin.Imports.Cell", fault.Row, fault.Column];

    private static string TextOf(ImportFault fault, Texts texts) => fault.OfDraft is { } reason
        ? FieldFaults.TextOf(new DraftFault("", reason, int.TryParse(fault.Detail, out var limit) ? limit : null), texts)
        : texts[$"Admin.Imports.Fault.{fault.Reason}", fault.Detail];
}
