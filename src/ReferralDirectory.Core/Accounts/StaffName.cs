using System.Collections.Frozen;
using System.Text;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Accounts;

/// <summary>What colleagues call a member of staff: a line that is seen and can be clicked, and that looks like nobody else's.</summary>
public static class StaffName
{
    // Letters of other scripts that look like a Latin one, small or as a capital; the letters and digits that look alike in Latin.
    private static readonly FrozenDictionary<int, char> Lookalikes = Pairs(
        "авекмнорстухіјѕһԁԛԝӏ", "abekmhopctyxljshdqwl",
        "αβεηικμνορτυχγζ", "abenlkmvoptuxyz",
        "օսհոյց", "ouhnjg",
        "0i1ı", "olll");

    /// <summary>The name as it is stored; null where it is too long, or where it is not seen.</summary>
    /// <param name="typed">As typed.</param>
    public static string? Read(string? typed) =>
        typed?.Trim() is { Length: <= StaffMember.DisplayNameMaxLength } name && VisibleText.IsLine(name) && VisibleText.HasWord(name) ? name : null;

    /// <summary>One key for names that look alike: case, accents, signs and spaces do not count, nor does the script of a letter.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                var small = Rune.ToLowerInvariant(rune);
                key.Append(Lookalikes.TryGetValue(small.Value, out var alike) ? new Rune(alike) : small);
            }
        }

        return key.ToString();
    }

    /// <summary>What a page shows: the name, or the address of who has none, or one from before that is not seen.</summary>
    /// <param name="name">As stored.</param>
    /// <param name="address">Their e-mail address.</param>
    public static string Shown(string name, string address) => Read(name) ?? address;

    private static FrozenDictionary<int, char> Pairs(params string[] lists)
    {
        var pairs = new Dictionary<int, char>();
        for (var list = 0; list < lists.Length; list += 2)
        {
            foreach (var (letter, latin) in lists[list].Zip(lists[list + 1]))
            {
                pairs[letter] = latin;
            }
        }

        return pairs.ToFrozenDictionary();
    }
}
