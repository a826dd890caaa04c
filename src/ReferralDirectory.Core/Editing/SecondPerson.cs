using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
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
    /// <param name="hotlineTypes">Assistance types whose providers stand on top of pages, each with its first number.</param>
    public static ImmutableArray<SecondPersonReason> Reasons(SubjectDraft draft, SubjectDraft? published, bool bringsBack, IReadOnlyCollection<Guid> hotlineTypes) =>
        [.. Find(draft, published, bringsBack, hotlineTypes)];

    private static IEnumerable<SecondPersonReason> Find(SubjectDraft draft, SubjectDraft? published, bool bringsBack, IReadOnlyCollection<Guid> hotlineTypes)
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

        if (HotlineOf(draft, hotlineTypes) != HotlineOf(published, hotlineTypes))
        {
            yield return SecondPersonReason.Hotline;
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

        if (ReviewedIn(draft).Except(ReviewedIn(published)).Any())
        {
            yield return SecondPersonReason.Translation;
        }
    }

    // With the original for which they are said to be right. Where they stand is nothing new to say of them.
    private static IEnumerable<(string Language, string Text, string? OfHash)> ReviewedIn(SubjectDraft? draft) => draft switch
    {
        null => [],
        StepTextDraft { State: TranslationState.Reviewed } step => [(step.Language, string.Join('\n', DraftTexts.Of(step).Select(part => part.Text)), step.OfHash)],
        _ => DraftTexts.Translated(draft).Where(text => text.State == TranslationState.Reviewed).Select(text => (text.Language, text.Text, text.OfHash)),
    };

    // Their order is no change where none of them stands above the others' numbers: each stays what it was.
    private static IEnumerable<string> ContactsOf(SubjectDraft? draft) =>
        draft is OrganisationDraft organisation ? organisation.Contacts.Select(contact => $"{contact.Kind} {contact.Value}").Order(StringComparer.Ordinal) : [];

    /// <returns>The number that pages show on top of all others; empty where it has none to show, null where it runs no hotline.</returns>
    private static string? HotlineOf(SubjectDraft? draft, IReadOnlyCollection<Guid> hotlineTypes) =>
        draft is OrganisationDraft organisation && organisation.Services.Any(service => service.Types.Any(hotlineTypes.Contains))
            ? organisation.Contacts.Where(contact => contact.Kind is ContactKind.Phone or ContactKind.Hotline).MinBy(RankOf)?.Value ?? ""
            : null;

    private static int RankOf(ContactDraft contact) => CallOrder.Rank(contact.Kind, PhoneNumber.TryParse(contact.Value, null, out var number) && number.IsFree);

    private static IEnumerable<(string, string)> NamesOf(SubjectDraft? draft) =>
        draft is OrganisationDraft organisation ? organisation.Name.Select(name => (name.Language, name.Text)).Concat(organisation.AlsoKnownAs.Select(name => ("", name))).Order() : [];

    private static IEnumerable<(string, string)> AddressOf(SubjectDraft? draft) =>
        draft is OrganisationDraft organisation ? organisation.PublicAddress.Select(text => (text.Language, text.Text)).Order() : [];
}
