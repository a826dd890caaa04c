using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>Writes organisations as a table, one after the other: UTF-8 with a byte order mark, so that spreadsheets read Cyrillic.</summary>
internal sealed class CsvExport : IAsyncDisposable
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private readonly ImmutableArray<CsvColumn> columns;
    private readonly CsvWriter writer;

    /// <param name="stream">Where; stays open.</param>
    /// <param name="separator">Between cells.</param>
    /// <param name="languages">Of the site.</param>
    public CsvExport(Stream stream, char separator, ImmutableArray<string> languages)
    {
        columns = CsvColumns.For(languages);
        writer = new CsvWriter(new StreamWriter(stream, Encoding, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            NewLine = "\r\n",
            // Whatever stands in a cell, no program can take a part of it for a cell of its own.
            ShouldQuote = cell => cell.Field?.Length > 0,
        });
    }

    public async Task BeginAsync() => await WriteAsync(columns.Select(column => column.Name));

    public async Task WriteAsync(OrganisationWire wire)
    {
        foreach (var row in CsvRows.Of(wire))
        {
            await WriteAsync(columns.Select(column => CsvCell.Escape(row.GetValueOrDefault(column.Name, ""))));
        }
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private async Task WriteAsync(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(cell);
        }

        await writer.NextRecordAsync();
    }
}
