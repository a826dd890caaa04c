using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Drafts with one thing changed.</summary>
internal static class DraftChanges
{
    public static OrganisationDraft WithDescription(this OrganisationDraft draft, string text, string language = "en") =>
        draft with { Services = draft.Services.SetItem(0, draft.Services[0] with { Description = draft.Services[0].Description.With(text, language) }) };

    public static OrganisationDraft WithName(this OrganisationDraft draft, string text, string language = "en") => draft with { Name = draft.Name.With(text, language) };

    public static OrganisationDraft WithContact(this OrganisationDraft draft, ContactKind kind, string value) =>
        draft with { Contacts = [.. draft.Contacts.Select(contact => contact.Kind == kind ? contact with { Value = value } : contact)] };

    public static ImmutableArray<TextDraft> With(this ImmutableArray<TextDraft> texts, string text, string language) =>
        [.. texts.Select(old => old.Language == language ? old with { Text = text } : old)];
}
