using System.Text;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>Queries of each kind: common and rare words, in both languages, the same ones for every engine.</summary>
public static class Queries
{
    private static readonly string[] Common =
    [
        "приют", "юрист", "психолог", "помощь", "lawyer", "shelter", "passport", "документы", "центр", "hotline",
        "Иркутск", "Москва", "Kazan", "Норильск", "женщинам", "children", "работу", "вокзале", "violence", "free",
    ];

    private static readonly string[] Seconds = ["Пенза", "Moscow", "Томск", "женщинам", "children", "бесплатно", "Kazan", "детям", "Самара", "documents"];

    /// <param name="kind">What sort.</param>
    /// <param name="providers">Whose names and numbers are asked for.</param>
    public static string[] Of(QueryKind kind, IReadOnlyList<Provider> providers)
    {
        var random = new SeededRandom(42);
        var names = Enumerable.Range(0, 20).Select(number => MadeUpNameOf(providers[random.Below(providers.Count)], number % 2 == 0)).ToArray();
        string[] words = [.. Common, .. names];
        return kind switch
        {
            QueryKind.Word => Common,
            QueryKind.Name => names,
            QueryKind.TwoWords => [.. words.Select((word, number) => $"{word} {Seconds[number % Seconds.Length]}").Where(pair => pair.Split(' ').Distinct().Count() == 2)],
            QueryKind.Prefix => [.. words.Select((word, number) => word[..Math.Min(word.Length - 1, 2 + (number % 4))])],
            QueryKind.Typo => [.. words.Where(word => word.Length >= 5).Select(word => word.Remove(word.Length / 2, 1).Insert(word.Length / 2, word[0] < 0x80 ? "w" : "ъ"))],
            QueryKind.Phone => [.. Enumerable.Range(0, 40).Select(number => PhoneOf(providers[random.Below(providers.Count)], number))],
            QueryKind.WrongLayout => [.. words.Select(OtherLayout)],
            QueryKind.Adversarial => [.. Enumerable.Range(0, 20).Select(number => Nonsense(random, number))],
        };
    }

    /// <summary>Texts of two hundred characters, twenty of each sort.</summary>
    public static IEnumerable<(string Sort, string[] Texts)> Nonsenses()
    {
        string[] sorts = ["letters", "known words", "nearly words", "numbers", "signs"];
        var random = new SeededRandom(42);
        return sorts.Select((sort, number) => (sort, Enumerable.Range(0, 20).Select(_ => Nonsense(random, number)).ToArray()));
    }

    private static string MadeUpNameOf(Provider provider, bool isRussian)
    {
        var name = provider.Name.Translations[isRussian ? 1 : 0].Text;
        var quoted = name[(name.IndexOfAny(['«', '“']) + 1)..name.IndexOfAny(['»', '”'])];
        return quoted.Split(' ')[^1];
    }

    private static string PhoneOf(Provider provider, int number)
    {
        var phone = provider.Phones.First().Phone!;
        return (number % 3) switch
        {
            0 => phone.National,
            1 => phone.E164[^6..],
            _ => phone.E164[4..9],
        };
    }

    private static string OtherLayout(string word)
    {
        const string English = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
        const string Russian = "йцукенгшщзхъфывапролджэячсмитьбю";
        var isLatin = word[0] < 0x80;
        return string.Concat(word.ToLowerInvariant().Select(letter => isLatin
            ? English.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Russian[at] : letter
            : Russian.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? English[place] : letter));
    }

    // Short words, long words, nearly-words, signs and digits: whatever might make the work explode.
    private static string Nonsense(SeededRandom random, int number)
    {
        var text = new StringBuilder();
        while (text.Length < 200)
        {
            text.Append((number % 5) switch
            {
                0 => $"{(char)('а' + random.Below(32))} ",
                1 => $"{random.Of(Common)} ",
                2 => $"{MadeUpWords.At(random.Below(100_000)).Russian.Remove(4, 1)} ",
                3 => $"{random.Below(100_000)} ",
                _ => ((char)(' ' + random.Below(0x500))).ToString(),
            });
        }

        return text.ToString(0, 200);
    }
}
