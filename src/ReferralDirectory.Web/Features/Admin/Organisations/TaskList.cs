using System.Globalization;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>What there is to do in an entry, and how far each is.</summary>
public static class TaskList
{
    /// <returns>Empty where there is nothing to write on.</returns>
    public static IReadOnlyList<TaskLine> Of(EntryState entry, Reader reader, Texts texts) => !entry.Summary.MayEdit || entry.Draft is null ? [] :
    [
        Line(entry, new NamesTask(entry, reader, texts), texts),
        Line(entry, ServiceTask.Name, texts["Admin.Services.Title"], draft => new OrganisationDraft { Services = draft.Services }, texts, "Services"),
        Line(entry, ContactTask.Name, texts["Admin.Contacts.Title"], draft => new OrganisationDraft { Contacts = draft.Contacts }, texts, "Contacts"),
        Line(entry, new PlacesTask(entry, reader, texts), texts),
        Line(entry, new HoursTask(entry, reader, texts), texts),
    ];

    /// <summary>The page on which a fault is mended, at its field.</summary>
    public static string HrefOf(Guid organisation, DraftFault fault)
    {
        var path = fault.Path;
        var item = path.Contains('[', StringComparison.Ordinal) && Guid.TryParse(path.AsSpan(path.IndexOf('[', StringComparison.Ordinal) + 1, Math.Min(36, path.Length - path.IndexOf('[', StringComparison.Ordinal) - 1)), CultureInfo.InvariantCulture, out var id) ? id : (Guid?)null;
        var task = path.Split('.', '[')[0] switch
        {
            "Services" => ServiceTask.Name,
            "Contacts" => ContactTask.Name,
            "Places" or "PublicAddress" => PlacesTask.Name,
            "LanguagesSpoken" or "OpeningHours" => HoursTask.Name,
            _ => NamesTask.Name,
        };
        return $"{(item is { } which ? EntryLinks.Item(organisation, task, which) : EntryLinks.Task(organisation, task))}#{Field.IdOf(path)}";
    }

    private static TaskLine Line(EntryState entry, EntryTask task, Texts texts) => Line(entry, task.Slug, task.Title, task.PartOf, texts, [.. task.Paths]);

    private static TaskLine Line(EntryState entry, string task, string title, Func<OrganisationDraft, OrganisationDraft> part, Texts texts, params string[] paths)
    {
        var isWrong = new FieldFaults(entry.Own?.Faults ?? [], texts).AnyBelow(paths);
        var isChanged = entry.Published is null || DraftJson.Write(part(entry.Published)) != DraftJson.Write(part(entry.Draft!));
        return new TaskLine(title, EntryLinks.Task(entry.Id, task), texts[(isWrong, isChanged) switch
        {
            (true, _) => "Admin.Entry.TaskWrong",
            (false, true) => entry.Published is null ? "Admin.Entry.TaskFilled" : "Admin.Entry.TaskChanged",
            (false, false) => "Admin.Entry.TaskSame",
        }], isWrong);
    }
}
