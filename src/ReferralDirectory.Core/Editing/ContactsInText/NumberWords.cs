using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>Numbers as people say them, in the languages of the site. A language that is added needs its words here.</summary>
internal static class NumberWords
{
    /// <summary>What makes a hundred of the digit before it.</summary>
    public const int Hundred = -100;

    private static readonly FrozenDictionary<string, int> Values = new Dictionary<string, string>
    {
        ["0"] = "zero oh nil nought ноль нуль ноля нуля",
        ["1"] = "one один одна одно одного одной",
        ["2"] = "two два две двух",
        ["3"] = "three три трёх",
        ["4"] = "four четыре четырёх",
        ["5"] = "five пять пяти",
        ["6"] = "six шесть шести",
        ["7"] = "seven семь семи",
        ["8"] = "eight восемь восьми восемью",
        ["9"] = "nine девять девяти",
        ["10"] = "ten десять десяти",
        ["11"] = "eleven одиннадцать",
        ["12"] = "twelve двенадцать",
        ["13"] = "thirteen тринадцать",
        ["14"] = "fourteen четырнадцать",
        ["15"] = "fifteen пятнадцать",
        ["16"] = "sixteen шестнадцать",
        ["17"] = "seventeen семнадцать",
        ["18"] = "eighteen восемнадцать",
        ["19"] = "nineteen девятнадцать",
        ["20"] = "twenty двадцать",
        ["30"] = "thirty тридцать",
        ["40"] = "forty fourty сорок",
        ["50"] = "fifty пятьдесят",
        ["60"] = "sixty шестьдесят",
        ["70"] = "seventy семьдесят",
        ["80"] = "eighty восемьдесят",
        ["90"] = "ninety девяносто",
        ["100"] = "сто",
        ["200"] = "двести",
        ["300"] = "триста",
        ["400"] = "четыреста",
        ["500"] = "пятьсот",
        ["600"] = "шестьсот",
        ["700"] = "семьсот",
        ["800"] = "восемьсот",
        ["900"] = "девятьсот",
        ["-100"] = "hundred",
    }.SelectMany(number => number.Value.Split(' '), (number, word) => KeyValuePair.Create(LookAlikes.AsLatin(word), int.Parse(number.Key, System.Globalization.CultureInfo.InvariantCulture))).ToFrozenDictionary();

    // The longest first, so that a word is not found in pieces.
    private static readonly Regex Word = new(string.Join('|', Values.Keys.OrderByDescending(word => word.Length)), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The numbers a word says, also several written as one word; empty where it says anything else.</summary>
    /// <param name="word">In lower case.</param>
    public static IReadOnlyList<int> In(string word)
    {
        var skeleton = LookAlikes.AsLatin(word);
        if (Values.TryGetValue(skeleton, out var value))
        {
            return [value];
        }

        var found = Word.Matches(skeleton);
        return found.Sum(match => match.Length) == skeleton.Length ? [.. found.Select(match => Values[match.Value])] : [];
    }
}
