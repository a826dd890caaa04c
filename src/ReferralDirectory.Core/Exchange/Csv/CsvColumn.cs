namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>A column of a table.</summary>
/// <param name="Name">In the first row.</param>
/// <param name="Rows">The rows in which something may stand in it.</param>
/// <param name="IsOptional">A table may do without it.</param>
internal sealed record CsvColumn(string Name, CsvRowKind Rows, bool IsOptional = false);
