using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>
/// Compares what a reader could dial or go to, field by field, in its order and with the words beside it: so that it counts whether a
/// number is new, gone, changed, or stands with another's name.
/// </summary>
internal static class ContactsInPlace
{
    /// <summary>True where something of that sort is not what and where it was.</summary>
    /// <param name="draft">As it would be published.</param>
    /// <param name="published">What the public sees; null for a new entry.</param>
    public static bool Differ(SubjectDraft draft, SubjectDraft? published)
    {
        var before = published is null ? [] : Fields(published);
        var after = Fields(draft);
        return before.Keys.Union(after.Keys).Any(field => Differ(draft, before.GetValueOrDefault(field, ""), after.GetValueOrDefault(field, "")));
    }

    private static Dictionary<(string, string), string> Fields(SubjectDraft draft) => DraftTexts.Of(draft)
        .GroupBy(text => (text.Field, text.Language), text => text.Text).ToDictionary(field => field.Key, field => string.Join('\n', field));

    private static bool Differ(SubjectDraft draft, string before, string after)
    {
        if (before == after)
        {
            return false;
        }

        // Everybody who reads the site reads these, and they hold few numbers: there, each is looked at by two.
        var isEachDigit = draft is not OrganisationDraft;
        var (old, now) = (PlainText.Of(before), PlainText.Of(after));
        var (numbersBefore, numbers) = (NumbersInPlace.In(old, isEachDigit), NumbersInPlace.In(now, isEachDigit));
        return !numbersBefore.Select(number => number.Value).SequenceEqual(numbers.Select(number => number.Value))
            || numbersBefore.Zip(numbers).Any(pair => !pair.First.MeansTheSameAs(pair.Second))
            || !StreetAddresses.In(old).SequenceEqual(StreetAddresses.In(now))
            || !AddressesInText.In(old).SequenceEqual(AddressesInText.In(now));
    }
}
