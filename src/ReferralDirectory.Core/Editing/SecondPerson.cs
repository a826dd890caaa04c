using System.Collections.Immutable;
using ReferralDirectory.Core.Editing.ContactsInText;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>What an attacker would want needs two persons: decides from content alone, whoever asks and by whatever route.</summary>
public static class SecondPerson
{
    /// <summary>Empty where a reviewer may publish a text of their own.</summary>
    /// <param name="draft">What would be published.</param>
    /// <param name="published">What the public sees now, or saw last; null for a new entry.</param>
    /// <param name="bringsBack">The public would see an entry again that was taken down.</param>
    public static ImmutableArray<SecondPersonReason> Reasons(SubjectDraft draft, SubjectDraft? published, bool bringsBack) =>
        [.. Find(draft, published, bringsBack)];

    private static IEnumerable<SecondPersonReason> Find(SubjectDraft draft, SubjectDraft? published, bool bringsBack)
    {
        if (published is null)
        {
            yield return SecondPersonReason.NewEntry;
        }

        if (bringsBack)
        {
            yield return SecondPersonReason.BringsBack;
        }

        if (!ContactsOf(draft).SequenceEqual(ContactsOf(published)))
        {
            yield return SecondPersonReason.Contact;
        }

        if (!NamesOf(draft).SequenceEqual(NamesOf(published)))
        {
            yield return SecondPersonReason.Name;
        }

        if (!AddressOf(draft).SequenceEqual(AddressOf(published)))
        {
            yield return SecondPersonReason.Address;
        }

        if (ContactsInPlace.Differ(draft, published) || ContactLikeText.IsGained(draft, published))
        {
            yield return SecondPersonReason.ContactInText;
        }
    }

    // Their order is no change: each stays what it was.
    private static IEnumerable<string> ContactsOf(SubjectDraft? draft) =>
        draft is OrganisationDraft organisation ? organisation.Contacts.Select(contact => $"{contact.Kind} {contact.Value}").Order(StringComparer.Ordinal) : [];

    private static IEnumerable<(string, string)> NamesOf(SubjectDraft? draft) =>
        draft is OrganisationDraft organisation ? organisation.Name.Select(name => (name.Language, name.Text)).Concat(organisation.AlsoKnownAs.Select(name => ("", name))).Order() : [];

    private static IEnumerable<(string, string)> AddressOf(SubjectDraft? draft) =>
        draft is OrganisationDraft organisation ? organisation.PublicAddress.Select(text => (text.Language, text.Text)).Order() : [];
}
