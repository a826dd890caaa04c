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
    public static IReadOnlyList<TaskLine> Of(EntryState entry, Texts texts) => !entry.Summary.MayEdit || entry.Draft is null ? [] :
    [
        Line(entry, NamesTask.Name, "Admin.Names.Title", draft => new OrganisationDraft { Slug = draft.Slug, SourceId = draft.SourceId, Name = draft.Name, OwnLanguage = draft.OwnLanguage, AlsoKnownAs = draft.AlsoKnownAs }, texts, "Slug", "SourceId", "Name", "OwnLanguage", "AlsoKnownAs"),
        Line(entry, ServiceTask.Name, "Admin.Services.Title", draft => new OrganisationDraft { Services = draft.Services }, texts, "Services"),
        Line(entry, ContactTask.Name, "Admin.Contacts.Title", draft => new OrganisationDraft { Contacts = draft.Contacts }, texts, "Contacts"),
        Line(entry, PlacesTask.Name, "Admin.Places.Title", draft => new OrganisationDraft { Places = draft.Places, PublicAddress = draft.PublicAddress }, texts, "Places", "PublicAddress"),
        Line(entry, HoursTask.Name, "Admin.Hours.Title", draft => new OrganisationDraft { LanguagesSpoken = draft.LanguagesSpoken, OpeningHours = draft.OpeningHours }, texts, "LanguagesSpoken", "OpeningHours"),
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

    private static TaskLine Line(EntryState entry, string task, string title, Func<OrganisationDraft, OrganisationDraft> part, Texts texts, params string[] paths)
    {
        var isWrong = new FieldFaults(entry.Own?.Faults ?? [], texts).AnyBelow(paths);
        var isChanged = entry.Published is null || DraftJson.Write(part(entry.Published)) != DraftJson.Write(part(entry.Draft!));
        return new TaskLine(texts[title], EntryLinks.Task(entry.Id, task), texts[(isWrong, isChanged) switch
        {
            (true, _) => "Admin.Entry.TaskWrong",
            (false, true) => entry.Published is null ? "Admin.Entry.TaskFilled" : "Admin.Entry.TaskChanged",
            (false, false) => "Admin.Entry.TaskSame",
        }], isWrong);
    }
}
