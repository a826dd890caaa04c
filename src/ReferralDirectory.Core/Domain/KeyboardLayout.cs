using System.Collections.Frozen;

namespace ReferralDirectory.Core.Domain;

/// <summary>What somebody meant who typed with the wrong one of the English and Russian keyboard layouts.</summary>
internal static class KeyboardLayout
{
    private const string English = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,";

    private static readonly FrozenDictionary<char, char> ToRussian = English.Zip(Russian).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
    private static readonly FrozenDictionary<char, char> ToEnglish = Russian.Zip(English).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The same keys in the other layout; anything that is on neither stays.</summary>
    public static string Switch(ReadOnlySpan<char> typed)
    {
        var isRussian = typed.ContainsAnyInRange('\u0400', '\u04FF');
        var keys = isRussian ? ToEnglish : ToRussian;
        var meant = new char[typed.Length];
        for (var i = 0; i < typed.Length; i++)
        {
            meant[i] = keys.GetValueOrDefault(typed[i], typed[i]);
        }

        return new string(meant);
    }
}
