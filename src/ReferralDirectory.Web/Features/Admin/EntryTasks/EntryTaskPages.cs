using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.EntryItems;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Makes the pages of the forms of an entry.</summary>
public sealed class EntryTaskPages(Reader reader, Texts texts)
{
    /// <summary>The page of a name in an address; null where there is none, or the draft has no such item.</summary>
    /// <param name="entry">Whose.</param>
    /// <param name="slug">The page.</param>
    /// <param name="item">Which service or contact; empty for a new one; null where the page has no items.</param>
    public EntryTask? Find(EntryState entry, string slug, Guid? item) => (slug, item) switch
    {
        (NamesTask.Name, null) => new NamesTask(entry, reader, texts),
        (PlacesTask.Name, null) => new PlacesTask(entry, reader, texts),
        (LanguagesTask.Name, null) => new LanguagesTask(entry, texts),
        (HoursTask.Name, null) => new HoursTask(entry, reader, texts),
        (ServiceTask.Name, { } id) => new ServiceTask(entry, id, reader, texts),
        (ContactTask.Name, { } id) => new ContactTask(entry, id, texts),
        (_, null) when entry.Choices.Languages.FirstOrDefault(language => TranslationTask.SlugOf(language.Tag) == slug) is { } language => new TranslationTask(entry, language, reader, texts),
        _ => null,
    };

    /// <summary>As it is saved.</summary>
    public TaskPage Saved(EntryTask task, EntryState entry) => Page(task, entry, entry.Draft!, FaultsOf(entry), []);

    /// <summary>With what was typed, which could not be kept in a draft. Its mark stays: what was saved in another window meanwhile is still not shown here.</summary>
    public TaskPage Refused(EntryTask task, EntryState entry, PostedForm form, OrganisationDraft typed, IReadOnlyList<Field> fields) =>
        Page(task, entry, typed, new FieldFaults([], texts), fields) with { ToCopy = task.ToCopy(entry.Draft!, form), Mark = form.Text(TaskPage.MarkName) };

    /// <summary>With what was typed, nothing of it saved yet.</summary>
    public TaskPage Typed(EntryTask task, EntryState entry, PostedForm form, OrganisationDraft typed) => Refused(task, entry, form, typed, []);

    /// <summary>With what was typed before somebody had to sign in again.</summary>
    public TaskPage BroughtBack(EntryTask task, EntryState entry, PostedForm kept) => Typed(task, entry, kept, task.Rearrange(entry.Draft!, kept) ?? task.Apply(entry.Draft!, kept)) with
    {
        Problem = texts["Staff.Form.BroughtBack"],
    };

    /// <summary>With what was typed on a new entry that was sent, given up or rejected meanwhile: to be copied.</summary>
    public TaskPage Past(EntryTask task, EntryState entry, PostedForm form)
    {
        var seen = EditingLinks.Sent(entry.Own!.Summary.Id);
        return Typed(task, entry, form, task.Rearrange(entry.Draft!, form) ?? task.Apply(entry.Draft!, form)) with { Problem = texts["Admin.Task.Past"], PastHref = seen, BackHref = seen };
    }

    /// <summary>With what was typed, beside what was saved in another window meanwhile.</summary>
    public TaskPage Overtaken(EntryTask task, EntryState entry, PostedForm form, OrganisationDraft typed) => Typed(task, entry, form, typed) with
    {
        Problem = texts["Admin.Task.Overtaken"],
        Mark = task.MarkOf(entry.Draft!),
        Changes = ChangeList.From(DraftDifference.Between(task.PartOf(entry.Draft!), task.PartOf(typed)), entry.Draft, typed, new FieldNames(texts, entry.Choices, reader.Language.Tag), texts),
    };

    /// <summary>With what was typed, and why it was not saved.</summary>
    public TaskPage After(EntryTask task, EntryState entry, PostedForm form, OrganisationDraft typed, EditResult result) => Typed(task, entry, form, typed) with
    {
        Problem = result is EditResult.Faulty { Faults: [var fault, ..] } ? FieldFaults.TextOf(fault, texts) : Refusal.SentenceOf(result, texts),
    };

    /// <summary>The services or the contacts.</summary>
    /// <param name="entry">Whose.</param>
    /// <param name="slug">Which of the two.</param>
    /// <param name="done">What was just done, as the address says it; null where nothing was.</param>
    public ItemsPage Items(EntryState entry, string slug, string? done)
    {
        var page = slug == ServiceTask.Name ? ItemsPage.Services(entry, FaultsOf(entry), reader, texts) : ItemsPage.Contacts(entry, FaultsOf(entry), reader, texts);
        return page with
        {
            Items = [.. page.Items.Select(item => item with { Mark = Find(entry, slug, item.Id)!.MarkOf(entry.Draft!) })],
            Done = done is "moved" or "removed" or "again" or "saved" ? texts[$"Admin.Item.Done.{done}"] : null,
        };
    }

    // What was published has no faults; and before a first draft nobody has typed anything that could have.
    private FieldFaults FaultsOf(EntryState entry) => new(entry.Own?.Faults ?? [], texts);

    private TaskPage Page(EntryTask task, EntryState entry, OrganisationDraft shown, FieldFaults faults, IReadOnlyList<Field> refused) =>
        TaskPage.From(task, entry, shown, faults, refused, EntryWords.Name(entry.Summary, reader, texts), texts["Admin.Hours.Week"], title => texts["Admin.ErrorTitle", title]);
}
