using System.Collections.Frozen;
using System.Text;

namespace ReferralDirectory.Core.Search.Wording;

/// <summary>Letters between Cyrillic and Latin, as people write them who have the other keyboard.</summary>
public static class Transliteration
{
    private static readonly FrozenDictionary<char, string> ToLatin = string.Join(
        ' ',
        "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:sh ъ: ы:i ь: э:e ю:iu я:ia",
        // Ukrainian, Belarusian, Serbian, and the Cyrillic of Central Asia.
        "і:i є:e ґ:g ў:u ј:i љ:l њ:n ђ:dzh ћ:ch џ:dzh қ:k ғ:g ҳ:h ҷ:ch ң:n ө:o ү:u ұ:u ә:a һ:h җ:zh",
        // Latin letters that do not fall apart into a letter and an accent.
        "ł:l ø:o đ:d ß:s æ:ae œ:oe ı:i ə:a þ:th ð:d")
        .Split(' ')
        .ToFrozenDictionary(pair => pair[0], pair => pair[2..]);

    // Longer ones first: the first that fits is taken.
    private static readonly (string Latin, string Cyrillic)[] ToCyrillic =
    [
        .. ("shch:щ sch:щ sh:ш ch:ч zh:ж kh:х ts:ц yu:ю ju:ю iu:ю ya:я ja:я ia:ия yo:е ye:е iy:ий yy:ый "
            + "a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:кс y:ы z:з")
            .Split(' ')
            .Select(pair => pair.Split(':'))
            .Select(pair => (pair[0], pair[1])),
    ];

    /// <summary>Null for a letter that stays as it is; empty for one that is not written.</summary>
    public static string? LatinOf(char letter) => ToLatin.GetValueOrDefault(letter);

    /// <summary>A word in Latin letters; letters without a counterpart stay.</summary>
    public static string Latin(ReadOnlySpan<char> word)
    {
        var latin = new StringBuilder(word.Length + 4);
        foreach (var letter in word)
        {
            latin.Append(LatinOf(letter) ?? letter.ToString());
        }

        return latin.ToString();
    }

    /// <summary>The likeliest Russian spelling of a word typed in Latin letters; letters without a counterpart stay.</summary>
    public static string Cyrillic(ReadOnlySpan<char> word)
    {
        var cyrillic = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var length = 1;
            var letters = word[i].ToString();
            foreach (var pair in ToCyrillic)
            {
                if (word[i..].StartsWith(pair.Latin, StringComparison.Ordinal))
                {
                    (length, letters) = (pair.Latin.Length, pair.Cyrillic);
                    break;
                }
            }

            cyrillic.Append(letters);
            i += length;
        }

        return cyrillic.ToString();
    }
}
