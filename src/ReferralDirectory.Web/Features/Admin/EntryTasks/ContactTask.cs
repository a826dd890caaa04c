using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>One number, e-mail address, website or messenger.</summary>
/// <param name="entry">Whose.</param>
/// <param name="id">Which; empty for a new one.</param>
/// <param name="texts">Of the interface.</param>
public sealed class ContactTask(EntryState entry, Guid id, Texts texts) : EntryTask(entry, texts)
{
    public const string Name = "contacts";

    private const string Kind = "Kind";

    public override string Slug => Name;

    public override Guid? Item => id;

    public override string Title => Texts[id == Guid.Empty ? "Admin.Contact.New" : "Admin.Contact.Title"];

    public override string? Lead => Texts["Admin.Contact.Lead"];

    public override string Href => id == Guid.Empty ? EntryLinks.NewItem(Entry.Id, Name) : EntryLinks.Item(Entry.Id, Name, id);

    public override string NextHref => EntryLinks.Task(Entry.Id, Name, "saved");

    public override string BackHref => EntryLinks.Task(Entry.Id, Name);

    public override IReadOnlyList<string> Paths => [Path];

    private string Path => $"Contacts[{id}]";

    public override OrganisationDraft PartOf(OrganisationDraft draft) => new() { Contacts = [.. draft.Contacts.Where(contact => contact.Id == id)] };

    public override IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults) =>
        draft.Contacts.LastOrDefault(contact => contact.Id == id) is { } contact
            ? Fields(contact.Kind, ContactText.Shown(contact, Entry.Summary.Country.Code), null, faults[Path])
            : Fields(null, "", null, null);

    public override OrganisationDraft Apply(OrganisationDraft draft, PostedForm form)
    {
        var before = draft.Contacts.FirstOrDefault(contact => contact.Id == id);
        var contact = new ContactDraft(id, KindOf(form) ?? default, form.Text(Path));
        return draft with { Contacts = before is null ? draft.Contacts.Add(contact) : draft.Contacts.Replace(before, contact) };
    }

    public override string HrefIn(OrganisationDraft before, OrganisationDraft saved)
    {
        var place = before.Contacts.IndexOf(before.Contacts.FirstOrDefault(contact => contact.Id == id)!);
        return EntryLinks.Item(Entry.Id, Name, saved.Contacts[place < 0 ? ^1 : place].Id);
    }

    // A contact of no kind, and one without a value, have no place in a draft.
    public override IReadOnlyList<Field> Refuse(OrganisationDraft draft, PostedForm form)
    {
        var missing = FieldFaults.TextOf(new DraftFault(Path, DraftFaultReason.Missing), Texts);
        var hasValue = form.Text(Path).Trim().Length > 0;
        return KindOf(form) is null || !hasValue
            ? Fields(KindOf(form), form.Text(Path), KindOf(form) is null ? Texts["Admin.Contact.NoKind"] : null, hasValue ? null : missing)
            : [];
    }

    private static ContactKind? KindOf(PostedForm form) => Enum.TryParse<ContactKind>(form.Text(Kind), out var kind) && Enum.IsDefined(kind) ? kind : null;

    private IReadOnlyList<Field> Fields(ContactKind? kind, string value, string? kindError, string? valueError) =>
    [
        new ChoiceField
        {
            Name = Kind,
            Label = Texts["Admin.Contact.Kind"],
            Error = kindError,
            Style = ChoiceStyle.Radios,
            Choices = [.. Enum.GetValues<ContactKind>().Select(offered => new Choice(offered.ToString(), Texts[$"Admin.ContactKind.{offered}"], offered == kind))],
        },
        new TextField
        {
            Name = Path,
            Label = Texts["Admin.Contact.Value"],
            Hint = Texts["Admin.Contact.ValueHint"],
            Error = valueError,
            Value = value,
            Dir = "ltr",
            MaxLength = ContactPoint.ValueMaxLength,
        },
    ];
}
