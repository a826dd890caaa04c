using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryItems;

/// <summary>The services, or the contacts, of an entry, in their order.</summary>
public sealed record ItemsPage : StaffPage
{
    public required ShownText EntryName { get; init; }

    public required string Lead { get; init; }

    public required IReadOnlyList<ItemLine> Items { get; init; }

    /// <summary>What is wrong with the list as a whole; null where nothing is.</summary>
    public required string? Error { get; init; }

    public required string AddText { get; init; }

    public required string AddHref { get; init; }

    public required string BackHref { get; init; }

    /// <summary>What was just done; null where nothing was.</summary>
    public string? Done { get; init; }

    public static ItemsPage Services(EntryState entry, FieldFaults faults, Reader reader, Texts texts)
    {
        var names = entry.Choices.AssistanceTypes.ToDictionary(type => type.Id, type => reader.Show(type.Name).Text);
        return Of(entry, EntryWords.Name(entry.Summary, reader, texts), ServiceTask.Name, texts["Admin.Services.Title"], texts["Admin.Services.Lead"], texts["Admin.Services.Add"], faults["Services"],
            [.. entry.Draft!.Services.Select(service => ItemLine.Of(entry.Id, ServiceTask.Name, service.Id, string.Join(", ", service.Types.Select(type => names.GetValueOrDefault(type, ""))), TextOf(service, reader), faults.Below($"Services[{service.Id}]")))]);
    }

    public static ItemsPage Contacts(EntryState entry, FieldFaults faults, Reader reader, Texts texts) =>
        Of(entry, EntryWords.Name(entry.Summary, reader, texts), ContactTask.Name, texts["Admin.Contacts.Title"], texts["Admin.Contacts.Lead"], texts["Admin.Contacts.Add"], faults["Contacts"],
            [.. entry.Draft!.Contacts.Select(contact => ItemLine.Of(entry.Id, ContactTask.Name, contact.Id, texts[$"Admin.ContactKind.{contact.Kind}"], ContactText.WithHost(ContactText.Shown(contact, entry.Summary.Country.Code)), faults[$"Contacts[{contact.Id}]"]))]);

    private static ItemsPage Of(EntryState entry, ShownText name, string task, string title, string lead, string add, string? error, IReadOnlyList<ItemLine> items) => new()
    {
        Title = title,
        EntryName = name,
        Lead = lead,
        Items = items,
        Error = error,
        AddText = add,
        AddHref = EntryLinks.NewItem(entry.Id, task),
        BackHref = EntryLinks.Entry(entry.Id),
    };

    private static string TextOf(ServiceDraft service, Reader reader) =>
        (service.Description.FirstOrDefault(text => text.Language == reader.Language.Tag.Value) ?? service.Description.FirstOrDefault(text => text.State == TranslationState.Original) ?? service.Description.FirstOrDefault())?.Text ?? "";
}
