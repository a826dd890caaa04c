namespace ReferralDirectory.Core.Data.Moving;

/// <summary>A column of the model.</summary>
/// <param name="Name">As in SQL.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record MovedColumn(string Name, ColumnKind Kind);
