using System.Collections.Immutable;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>A column of the model.</summary>
/// <param name="Name">As in SQL.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="BytesInside">Of a document, what in it stands for bytes: see <see cref="DocumentBytes"/>.</param>
internal sealed record MovedColumn(string Name, ColumnKind Kind, ImmutableArray<string> BytesInside);
