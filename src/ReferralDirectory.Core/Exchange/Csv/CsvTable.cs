using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>Reads a table row by row: whatever separator and Unicode encoding a spreadsheet wrote it with.</summary>
internal static class CsvTable
{
    private const int MaxColumns = 200;
    private const int MaxCellLength = 20_000;
    private const int MaxRows = 200_000;
    private const int MaxHeaderLength = 64 * 1024;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="stream">The file; can be read from its start again.</param>
    /// <param name="columns">Those there may be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Rows that are not empty.</returns>
    /// <exception cref="FileFaultException">It is no such table.</exception>
    public static async IAsyncEnumerable<CsvTableRow> ReadAsync(Stream stream, ImmutableArray<CsvColumn> columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var separator = await SeparatorAsync(stream, columns, cancellationToken);
        stream.Position = 0;
        using var parser = new CsvParser(TextFile.Open(stream), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            // A stray quotation mark is part of its text.
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = MaxCellLength,
        });
        if (!await NextAsync(parser, cancellationToken))
        {
            throw new FileFaultException(ImportFileFault.Empty);
        }

        var header = Header(parser, columns);
        while (await NextAsync(parser, cancellationToken))
        {
            if (parser.Row > MaxRows)
            {
                throw new FileFaultException(ImportFileFault.TooManyRows, parser.Row, MaxRows.ToString(CultureInfo.InvariantCulture));
            }

            var row = CsvTableRow.Of(parser, header);
            if (!row.IsEmpty)
            {
                yield return row;
            }
        }
    }

    private static async Task<bool> NextAsync(CsvParser parser, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await parser.ReadAsync() && (parser.Count <= MaxColumns ? true : throw new FileFaultException(ImportFileFault.TooManyColumns, parser.Row, MaxColumns.ToString(CultureInfo.InvariantCulture)));
        }
        catch (MaxFieldSizeException)
        {
            throw new FileFaultException(ImportFileFault.TooLongCell, parser.Row);
        }
        catch (DecoderFallbackException)
        {
            throw new FileFaultException(ImportFileFault.NotUnicode, parser.Row);
        }
    }

    private static ImmutableArray<CsvColumn?> Header(CsvParser parser, ImmutableArray<CsvColumn> columns)
    {
        var names = Enumerable.Range(0, parser.Count).Select(i => CsvCell.Unescape(parser[i]).Trim()).ToList();
        var found = names.ConvertAll(name => name.Length == 0 ? null
            : columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new FileFaultException(Misses(names, columns) > 3 ? ImportFileFault.MissingColumn : ImportFileFault.UnknownColumn, 1, Misses(names, columns) > 3 ? columns[0].Name : name));
        if (found.OfType<CsvColumn>().GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new FileFaultException(ImportFileFault.RepeatedColumn, 1, twice.Key.Name);
        }

        return columns.FirstOrDefault(column => !column.IsOptional && !found.Contains(column)) is { } missing
            ? throw new FileFaultException(ImportFileFault.MissingColumn, 1, missing.Name)
            : [.. found];
    }

    // Where hardly any of the columns is there, it is another table, and not one whose column has a wrong name.
    private static int Misses(List<string> names, ImmutableArray<CsvColumn> columns) =>
        columns.Count(column => !column.IsOptional && !names.Contains(column.Name, StringComparer.OrdinalIgnoreCase));

    private static async Task<char> SeparatorAsync(Stream stream, ImmutableArray<CsvColumn> columns, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        using var reader = TextFile.Open(stream);
        var head = new char[MaxHeaderLength];
        try
        {
            var length = await reader.ReadBlockAsync(head, cancellationToken);
            var line = new string(head, 0, length).TrimStart('\r', '\n').Split('\n', 2)[0];
            return Separators.MaxBy(separator => line.Split(separator).Count(name => columns.Any(column => column.Name.Equals(name.Trim(' ', '"', '\r'), StringComparison.OrdinalIgnoreCase))));
        }
        catch (DecoderFallbackException)
        {
            throw new FileFaultException(ImportFileFault.NotUnicode);
        }
    }
}
