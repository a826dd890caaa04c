using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Core.Tests.Search;

/// <summary>Every organisation is found by what it is called and by its numbers, mistyped or not.</summary>
public sealed class OwnNameTests
{
    private const int ShortestMistypedWord = 5;
    private const int FirstPage = 15;

    // Another form of a word of theirs, or another spelling.
    private static readonly string[] FormsOfOthers = ["project", "маселилада", "nelamelada", "relasenov"];

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
        var names = directory.Countries[0].Providers.SelectMany(provider => provider.Name.Translations.SelectMany(WordsOf).Select(found => found.Word).Distinct()).CountBy(word => word).ToDictionary();
        var known = WordsIn(directory);
        List<string> lost = [];
        foreach (var provider in directory.Countries[0].Providers)
        {
            foreach (var (name, word) in provider.Name.Translations.SelectMany(WordsOf))
            {
                foreach (var slip in SlipsIn(word, random, isReal).Where(slip => !known.Contains(slip)))
                {
                    var words = name.Replace(word, slip, StringComparison.Ordinal);
                    if (!directory.Find(new ProviderQuery(words), 0, FirstPage).Hits.Any(hit => hit.Provider == provider))
                    {
                        lost.Add($"{provider.Slug}: {words}");
                    }

                    if (names[word] == 1 && !directory.Finds(slip, provider))
                    {
                        lost.Add($"{provider.Slug}: {slip}");
                    }
                }
            }
        }

        Assert.True(lost.Count == 0, $"{lost.Count} are lost: {string.Join('\n', lost.Take(50))}");
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Search_ForAnyOfItsNumbersInAnyFormat_FindsTheProvider(bool isReal)
    {
        var directory = Directory(isReal);
        foreach (var provider in directory.Countries[0].Providers)
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
        foreach (var provider in directory.Countries[0].Providers.Where((_, number) => isReal || number % 10 == 0))
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

    // What is no slip: a word that somebody has.
    private static HashSet<string> WordsIn(PublishedDirectory directory)
    {
        var providers = directory.Countries[0].Providers;
        var texts = providers.SelectMany(provider => provider.Services.SelectMany(service => service.Types.Select(type => type.Name).Append(service.Description).Concat(service.Eligibility is { } rule ? [rule] : [])).Append(provider.Name).Concat(provider.Places.Select(place => place.Name)));
        var words = texts.SelectMany(text => text.Translations).Select(text => text.Text).Concat(directory.AssistanceTypes.Concat(directory.Audiences).SelectMany(term => term.Words).SelectMany(found => found.Words));
        return [.. words.SelectMany(text => TextFolding.Fold(text).Split(' ')), .. FormsOfOthers];
    }

    // Every place of the word; every letter and every kind of slip at each place where there is time, otherwise one by chance.
    private static IEnumerable<string> SlipsIn(string word, SeededRandom random, bool all) => all
        ? AllSlipsIn(word, random, true)
        : AllSlipsIn(word, random, false).Chunk(4).Select(slips => random.Of(slips));

    private static IEnumerable<string> AllSlipsIn(string word, SeededRandom random, bool all)
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
