using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>One page of an entry's forms.</summary>
public sealed record TaskPage : StaffPage
{
    /// <summary>The name of the hidden input with <see cref="Mark"/>.</summary>
    public const string MarkName = "mark";

    public required ShownText EntryName { get; init; }

    public required string Heading { get; init; }

    public required string? Lead { get; init; }

    public required string? Warning { get; init; }

    /// <summary>What the reader sent waits for review, and what they type here would become a second change.</summary>
    public required bool IsSecond { get; init; }

    /// <summary>The entry's page.</summary>
    public required string EntryHref { get; init; }

    /// <summary>Where somebody published something else since the draft was begun, so that this shows what is past; otherwise null.</summary>
    public required string? ConflictHref { get; init; }

    public required IReadOnlyList<Field> Fields { get; init; }

    public required HoursTable? Hours { get; init; }

    public required string Mark { get; init; }

    public required string Href { get; init; }

    public required string BackHref { get; init; }

    /// <summary>Why nothing was saved; null at first.</summary>
    public string? Problem { get; init; }

    /// <summary>Where one sees what became of a new entry that nothing can be saved in any more; null where something can.</summary>
    public string? PastHref { get; init; }

    /// <summary>Where this part was saved in another window meanwhile: what is saved now, and what was typed here.</summary>
    public ChangeList? Changes { get; init; }

    /// <inheritdoc cref="EntryTask.ToCopy"/>
    public IReadOnlyList<TextField> ToCopy { get; init; } = [];

    public required IReadOnlyList<FieldError> Errors { get; init; }

    /// <param name="task">Which.</param>
    /// <param name="entry">Whose.</param>
    /// <param name="shown">The draft as it is shown: as saved, or with what was typed.</param>
    /// <param name="faults">Of that draft.</param>
    /// <param name="refused">Fields with errors of their own, instead of the draft's; may be empty.</param>
    /// <param name="name">Of the entry.</param>
    /// <param name="hoursTitle">How errors in the table of opening hours begin.</param>
    /// <param name="title">For the tab, where there is an error.</param>
    public static TaskPage From(EntryTask task, EntryState entry, OrganisationDraft shown, FieldFaults faults, IReadOnlyList<Field> refused, ShownText name, string hoursTitle, Func<string, string> title)
    {
        var fields = refused.Count > 0 ? refused : task.Fields(shown, faults);
        var hours = task.Hours(shown, faults);
        IReadOnlyList<FieldError> errors = [.. fields.SelectMany(field => field.Errors), .. hours?.Errors(hoursTitle) ?? []];
        return new TaskPage
        {
            Title = errors.Count > 0 ? title(task.Title) : task.Title,
            EntryName = name,
            Heading = task.Title,
            Lead = task.Lead,
            Warning = task.Warning,
            IsSecond = entry is { Own: null, Waiting: not null },
            EntryHref = EntryLinks.Entry(entry.Id),
            ConflictHref = entry.Own is { IsOvertaken: true, Summary.Id: var own } ? EditingLinks.Conflict(own) : null,
            Fields = fields,
            Hours = hours,
            Mark = task.MarkOf(entry.Draft!),
            Href = task.Href,
            BackHref = task.BackHref,
            Errors = errors,
        };
    }
}
