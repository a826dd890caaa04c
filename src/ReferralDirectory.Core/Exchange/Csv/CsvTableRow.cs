using System.Collections.Immutable;
using CsvHelper;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>A row of a table.</summary>
/// <param name="Number">As spreadsheets count rows: the first has the names of the columns.</param>
/// <param name="Cells">What is not empty, by the name of the column; a column without a name has its number.</param>
internal sealed record CsvTableRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public bool IsEmpty => Cells.Count == 0;

    /// <summary>Empty where nothing stands there.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public static CsvTableRow Of(CsvParser parser, ImmutableArray<CsvColumn?> header)
    {
        Dictionary<string, string> cells = [];
        for (var i = 0; i < parser.Count; i++)
        {
            if (parser[i].Trim() is { Length: > 0 } text)
            {
                cells[(i < header.Length ? header[i] : null)?.Name ?? $"{i + 1}"] = CsvCell.Unescape(text);
            }
        }

        return new CsvTableRow(parser.Row, cells);
    }
}
