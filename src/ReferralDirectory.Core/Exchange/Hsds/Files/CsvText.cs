using System.Text;
using System.Text.RegularExpressions;
using ReferralDirectory.Core.Exchange.Csv;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>Lines of CSV (RFC 4180) that no spreadsheet computes: <see cref="CsvCell"/> says how, and every cell is quoted.</summary>
public static partial class CsvText
{
    /// <summary>Appends a line.</summary>
    /// <param name="text">Gets it.</param>
    /// <param name="cells">In the order of the columns; null for an empty cell.</param>
    public static void AppendLine(StringBuilder text, IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            isFirst = false;
            if (!string.IsNullOrEmpty(cell))
            {
                // A number alone computes nothing, and programs read it: one in E.164, hours behind UTC.
                text.Append('"').Append((Number().IsMatch(cell) ? cell : CsvCell.Escape(cell)).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
        }

        text.Append("\r\n");
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Number();
}
