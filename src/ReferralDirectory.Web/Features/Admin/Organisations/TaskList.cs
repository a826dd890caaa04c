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
    /// <param name="entry">Whose.</param>
    /// <param name="waiting">What the reader has sent, and nobody has decided about; null where there is nothing.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="texts">Of the interface.</param>
    /// <returns>Empty where there is nothing to write on.</returns>
    public static IReadOnlyList<TaskLine> Of(EntryState entry, OrganisationDraft? waiting, Reader reader, Texts texts) => !entry.Summary.MayEdit || entry.Draft is null ? [] :
    [
        Line(entry, waiting, new NamesTask(entry, reader, texts), texts),
        Line(entry, waiting, ServiceTask.Name, texts["Admin.Services.Title"], draft => new OrganisationDraft { Services = draft.Services }, texts, "Services"),
        Line(entry, waiting, ContactTask.Name, texts["Admin.Contacts.Title"], draft => new OrganisationDraft { Contacts = draft.Contacts }, texts, "Contacts"),
        Line(entry, waiting, new PlacesTask(entry, reader, texts), texts),
        Line(entry, waiting, new LanguagesTask(entry, texts), texts),
        Line(entry, waiting, new HoursTask(entry, reader, texts), texts),
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
            "LanguagesSpoken" => LanguagesTask.Name,
            "OpeningHours" => HoursTask.Name,
            _ => NamesTask.Name,
        };
        return $"{(item is { } which ? EntryLinks.Item(organisation, task, which) : EntryLinks.Task(organisation, task))}#{Field.IdOf(path)}";
    }

    private static TaskLine Line(EntryState entry, OrganisationDraft? waiting, EntryTask task, Texts texts) => Line(entry, waiting, task.Slug, task.Title, task.PartOf, texts, [.. task.Paths]);

    private static TaskLine Line(EntryState entry, OrganisationDraft? waiting, string task, string title, Func<OrganisationDraft, OrganisationDraft> part, Texts texts, params string[] paths)
    {
        var isWrong = new FieldFaults(entry.Own?.Faults ?? [], texts).AnyBelow(paths);
        var isChanged = Differs(entry.Draft!);
        return new TaskLine(title, EntryLinks.Task(entry.Id, task), texts[(isWrong, isChanged) switch
        {
            (true, _) => "Admin.Entry.TaskWrong",
            (false, true) => entry.Published is null ? "Admin.Entry.TaskFilled" : "Admin.Entry.TaskChanged",
            (false, false) => waiting is not null && Differs(waiting) ? "Admin.Entry.TaskWaits" : "Admin.Entry.TaskSame",
        }], isWrong);

        bool Differs(OrganisationDraft draft) => entry.Published is null || DraftJson.Write(part(entry.Published)) != DraftJson.Write(part(draft));
    }
}
