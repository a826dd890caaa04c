using System.Collections.Immutable;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.EntryTasks;

namespace ReferralDirectory.Web.Features.Admin.EntryItems;

/// <summary>Drafts with their services or contacts in another order, or without one. An item that is not there changes nothing.</summary>
public static class ItemChanges
{
    public static OrganisationDraft Moved(OrganisationDraft draft, string task, Guid item, bool up) => task == ServiceTask.Name
        ? draft with { Services = Moved(draft.Services, draft.Services.ToList().FindIndex(service => service.Id == item), up) }
        : draft with { Contacts = Moved(draft.Contacts, draft.Contacts.ToList().FindIndex(contact => contact.Id == item), up) };

    public static OrganisationDraft Without(OrganisationDraft draft, string task, Guid item) => task == ServiceTask.Name
        ? draft with { Services = [.. draft.Services.Where(service => service.Id != item)] }
        : draft with { Contacts = [.. draft.Contacts.Where(contact => contact.Id != item)] };

    private static ImmutableArray<T> Moved<T>(ImmutableArray<T> items, int from, bool up)
    {
        var to = up ? from - 1 : from + 1;
        return from < 0 || to < 0 || to >= items.Length ? items : items.RemoveAt(from).Insert(to, items[from]);
    }
}
