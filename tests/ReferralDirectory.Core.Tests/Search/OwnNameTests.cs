using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Core.Tests.Search;

/// <summary>Every organisation is found by what it is called and by its numbers, mistyped or not.</summary>
public sealed class OwnNameTests
{
    private const int ShortestMistypedWord = 5;

    public static TheoryData<bool> Corpora => [true, false];

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Search_ForItsNameInAnyLanguage_FindsTheProviderFirst(bool isReal)
    {
        var directory = Directory(isReal);
        foreach (var provider in directory.Countries[0].Providers)
        {
            Assert.All(provider.Name.Translations, name => Assert.Equal(provider.Slug.Value, directory.Find(name.Text).Slugs().First()));
            Assert.All(provider.AlsoKnownAs, name => Assert.True(directory.Finds(name, provider), name));
        }
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Search_ForItsNameWithAnySingleSlip_FindsTheProvider(bool isReal)
    {
        var directory = Directory(isReal);
        var random = new SeededRandom(7);
        foreach (var provider in directory.Countries[0].Providers.Where((_, number) => isReal || number % 50 == 0))
        {
            foreach (var (name, word) in provider.Name.Translations.SelectMany(WordsOf))
            {
                foreach (var slip in SlipsIn(word, random, isReal))
                {
                    var words = name.Replace(word, slip, StringComparison.Ordinal);
                    Assert.True(directory.Finds(words, provider), $"{provider.Slug}: {words}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Search_ForAnyOfItsNumbersInAnyFormat_FindsTheProvider(bool isReal)
    {
        var directory = Directory(isReal);
        foreach (var provider in directory.Countries[0].Providers.Where((_, number) => isReal || number % 10 == 0))
        {
            foreach (var phone in provider.Phones.Select(contact => contact.Phone!))
            {
                Assert.All(FormatsOf(phone), format => Assert.True(directory.Finds(format, provider), $"{provider.Slug}: {format}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Search_ForAnyFourDigitsAndMoreOfANumber_FindsTheProvider(bool isReal)
    {
        var directory = Directory(isReal);
        foreach (var provider in directory.Countries[0].Providers.Where((_, number) => isReal || number % 50 == 0))
        {
            foreach (var digits in provider.Phones.SelectMany(contact => new[] { contact.Value[1..], $"8{contact.Value[2..]}" }))
            {
                for (var start = 0; start + 4 <= digits.Length; start++)
                {
                    for (var length = 4; start + length <= digits.Length; length++)
                    {
                        Assert.True(directory.Finds(digits.Substring(start, length), provider), $"{provider.Slug}: {digits.Substring(start, length)}");
                    }
                }
            }
        }
    }

    private static PublishedDirectory Directory(bool isReal) => isReal ? SampleSearch.Real : SampleSearch.Generated;

    private static IEnumerable<(string Name, string Word)> WordsOf(Translation name)
    {
        var folded = TextFolding.Fold(name.Text);
        return folded.Split(' ').Where(word => word.Length >= ShortestMistypedWord).Distinct().Select(word => (folded, word));
    }

    // Every place of the word; every letter at each place where there is time, otherwise one by chance.
    private static IEnumerable<string> SlipsIn(string word, SeededRandom random, bool all)
    {
        var alphabet = word[0] < 0x80 ? "abcdefghijklmnopqrstuvwxyz" : "абвгдежзийклмнопрстуфхцчшщъыьэюя";
        for (var i = 0; i <= word.Length; i++)
        {
            foreach (var letter in all ? alphabet : random.Of(alphabet.ToCharArray()).ToString())
            {
                yield return word.Insert(i, letter.ToString());
                if (i < word.Length)
                {
                    yield return $"{word[..i]}{letter}{word[(i + 1)..]}";
                }
            }

            if (i < word.Length)
            {
                yield return word.Remove(i, 1);
            }

            if (i + 1 < word.Length)
            {
                yield return $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
            }
        }
    }

    private static string[] FormatsOf(PhoneNumber phone)
    {
        var digits = phone.E164[2..];
        return
        [
            phone.E164,
            phone.National,
            phone.International,
            $"8{digits}",
            $"7{digits}",
            $"8 ({digits[..3]}) {digits[3..6]}-{digits[6..8]}-{digits[8..]}",
            $"+7-{digits[..3]}-{digits[3..6]}-{digits[6..]}",
            $"8.{digits[..3]}.{digits[3..6]}.{digits[6..]}",
            $"007{digits}",
            $"тел. {digits[..3]} {digits[3..]}",
            digits,
        ];
    }
}
