namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>Letters of several scripts that a reader takes for one another.</summary>
internal static class LookAlikes
{
    // Also those that look alike as capitals.
    private const string Others = "аеёорсухкмтвнігѕјӏԁԛԝүαβεζηικμνορτυχ";

    private const string Latin = "aeeopcyxkmtbhirsjidqwyabezhikmnoptyx";

    /// <summary>The same for letters that only look alike: those of Latin, where there are such.</summary>
    /// <param name="word">In lower case.</param>
    public static string AsLatin(string word) => string.Create(word.Length, word, (letters, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var at = Others.IndexOf(from[i], StringComparison.Ordinal);
            letters[i] = at < 0 ? from[i] : Latin[at];
        }
    });
}
