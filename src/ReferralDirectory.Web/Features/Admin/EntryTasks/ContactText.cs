using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>A contact as staff read and type it.</summary>
public static class ContactText
{
    /// <summary>A number with the country's code, for whoever may be in another country; anything else as it stands.</summary>
    public static string International(ContactDraft contact) =>
        contact.Kind is ContactKind.Phone or ContactKind.Hotline && PhoneNumber.TryParse(contact.Value, null, out var number) ? number.International : contact.Value;

    /// <summary>A number in the grouping of its country, with the country's code where it is another's; anything else as it stands.</summary>
    public static string Shown(ContactDraft contact, string countryCode)
    {
        if (contact.Kind is not (ContactKind.Phone or ContactKind.Hotline) || !PhoneNumber.TryParse(contact.Value, countryCode, out var number))
        {
            return contact.Value;
        }

        return PhoneNumber.TryParse(number.National, countryCode, out var read) && read.E164 == number.E164 ? number.National : number.International;
    }

    /// <summary>With the host in ASCII beside an address that may look like another.</summary>
    public static string WithHost(string shown) => ContactValue.AsciiHost(shown) is { } host ? $"{shown} ({host})" : shown;
}
