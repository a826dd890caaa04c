namespace ReferralDirectory.Core.Search.Wording;

/// <summary>Tells scripts apart.</summary>
internal static class Scripts
{
    /// <summary>The script of the first letter: words that mix scripts are too rare to matter.</summary>
    public static Script Of(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            switch (letter)
            {
                case >= 'a' and <= 'z' or >= '\u00C0' and <= '\u024F':
                    return Script.Latin;
                case >= '\u0400' and <= '\u052F':
                    return Script.Cyrillic;
                case >= '\u0530' and <= '\u058F':
                    return Script.Armenian;
                default:
                    break;
            }
        }

        return Script.Other;
    }
}
