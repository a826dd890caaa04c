using System.Collections.Frozen;

namespace ReferralDirectory.Core.Search.Wording;

/// <summary>
/// Words that hold a sentence together and say nothing about what is looked for. They are needed only where a query
/// has no other words.
/// </summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> All = string.Join(' ',
        "a an the of in on at to for from by with and or but not no is are was were be been am i me my mine we us our you your he him his she her it its they them their this that these those there here as if so do does did has have had can could will would should who what where when how any some",
        "и в во на с со к ко о об от до из у за по под при про для без над не нет ни но а или что чтобы как где кто куда когда это этот эта эти тот та то те я мне меня мной мы нас нам ты вы вас вам он его ему она ее ей оно они их им мой моя мое мои моего моей моему наш наша ваш ваша свой свою есть был была было были быть бы же ли уже еще так там тут")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">Folded.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
