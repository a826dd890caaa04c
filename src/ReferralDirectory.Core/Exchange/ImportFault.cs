using ReferralDirectory.Core.Editing.Rules;

namespace ReferralDirectory.Core.Exchange;

/// <summary>What must be mended in a file.</summary>
/// <param name="Row">The row of a table, as spreadsheets count them; or the place in a list, from 1.</param>
/// <param name="Column">The name of the column; in a list, the field's path. Empty where it is the whole row.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="OfDraft">For <see cref="ImportFaultReason.OfDraft"/>: what a form would say.</param>
/// <param name="Detail">What stands there, or the limit; may be empty.</param>
public sealed record ImportFault(int Row, string Column, ImportFaultReason Reason, DraftFaultReason? OfDraft = null, string Detail = "")
{
    /// <summary>Characters of <see cref="Detail"/> at most.</summary>
    public const int DetailMaxLength = 60;

    /// <summary>Faults told of one organisation; more help nobody.</summary>
    public const int MaxPerOrganisation = 20;

    internal static string Cut(string text, int maxLength = DetailMaxLength)
    {
        var line = string.Concat(text.Where(c => !char.IsControl(c)));
        return line.Length <= maxLength ? line : line[..(char.IsHighSurrogate(line[maxLength - 1]) ? maxLength - 1 : maxLength)] + "…";
    }
}
