using System.Globalization;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>Numbers that stand together: with nothing between them, or nothing that would keep a reader from dialling them as one.</summary>
/// <param name="Parts">Each as digits.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">As it stands, from the first to the last.</param>
/// <param name="After">What stands right behind.</param>
internal sealed record NumberRun(IReadOnlyList<string> Parts, int Start, string Text, string After)
{
    /// <summary>All of it, as it is dialled.</summary>
    public string Digits => string.Concat(Parts);

    /// <summary>Numbers as digits, from what was written as digits or said in words: eight hundred fifty-five is one.</summary>
    /// <param name="said">A number in digits, or what a word says.</param>
    public static IReadOnlyList<string> PartsOf(IEnumerable<(string? Digits, int Said)> said)
    {
        List<string> parts = [];
        int? pending = null;
        foreach (var (digits, number) in said)
        {
            if (digits is null && pending is { } open && Joined(open, number) is { } joined)
            {
                pending = joined;
                continue;
            }

            Flush();
            pending = digits is null ? Math.Abs(number) : null;
            parts.AddRange(digits is null ? [] : [digits]);
        }

        Flush();
        return parts;

        void Flush() => parts.AddRange(pending is { } value ? [value.ToString(CultureInfo.InvariantCulture)] : []);
    }

    // Twenty-five; eight hundred; eight hundred five. Null where the second begins a number of its own.
    private static int? Joined(int open, int next) => (open, next) switch
    {
        ( >= 1 and <= 9, NumberWords.Hundred) => open * 100,
        ( >= 100, >= 1 and <= 99) when open % 100 == 0 => open + next,
        ( >= 20, >= 1 and <= 9) when open % 10 == 0 => open + next,
        _ => null,
    };
}
