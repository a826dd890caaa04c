using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Drafts with one thing changed.</summary>
internal static class DraftParts
{
    /// <summary>The first contact of that kind says something else.</summary>
    public static OrganisationDraft WithContact(this OrganisationDraft draft, ContactKind kind, string value)
    {
        var old = draft.Contacts.First(contact => contact.Kind == kind);
        return draft with { Contacts = draft.Contacts.Replace(old, old with { Value = value }) };
    }

    /// <summary>The first service says something else in English.</summary>
    public static OrganisationDraft WithDescription(this OrganisationDraft draft, string text) =>
        draft with { Services = draft.Services.SetItem(0, draft.Services[0] with { Description = [.. draft.Services[0].Description.Select(old => old.Language == "en" ? old with { Text = text } : old)] }) };
}
