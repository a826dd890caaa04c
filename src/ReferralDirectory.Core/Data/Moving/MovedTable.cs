using System.Collections.Immutable;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>A table of the model, as both products have it.</summary>
/// <param name="Name">As in SQL.</param>
/// <param name="Columns">All of them.</param>
/// <param name="Key">Names of those that tell rows apart, in order.</param>
internal sealed record MovedTable(string Name, ImmutableArray<MovedColumn> Columns, ImmutableArray<string> Key)
{
    /// <summary>The columns as SQL lists them.</summary>
    public string ColumnList { get; } = List(Columns.Select(column => column.Name));

    /// <summary>SQL for all rows in the order of their key, which is the same on both products.</summary>
    public string Select => $"SELECT {ColumnList} FROM \"{Name}\" ORDER BY {List(Key)}";

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
