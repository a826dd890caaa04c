using System.Globalization;
using System.Text;

namespace ReferralDirectory.Core.Domain;

/// <summary>Names of hosts as people read them: аррӏе.com is not apple.com.</summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The host as the network knows it, e.g. <c>xn--80ak6aa92e.com</c>; null where it is not a name with a dot, or where a letter of it
    /// stands for another.
    /// </summary>
    public static string? Ascii(string host)
    {
        if (!host.Contains('.', StringComparison.Ordinal) || host.EndsWith('.') || !host.EnumerateRunes().All(MayStand))
        {
            return null;
        }

        try
        {
            var ascii = Idn.GetAscii(host);
            return host.All(char.IsAscii) || string.Equals(Idn.GetUnicode(ascii), host, StringComparison.OrdinalIgnoreCase) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>True where letters of several scripts stand side by side; a top-level domain in Latin letters counts.</summary>
    public static bool IsMixed(string text) => text.EnumerateRunes().Where(Rune.IsLetter).Select(ScriptOf).Distinct().Skip(1).Any();

    private static bool MayStand(Rune rune) =>
        rune.Value is '.' or '-' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Those whose letters look alike; all others are one.
    private static int ScriptOf(Rune letter) => letter.Value switch
    {
        < 0x0250 or (>= 0x1E00 and <= 0x1EFF) => 1,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => 2,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => 3,
        _ => 0,
    };
}
