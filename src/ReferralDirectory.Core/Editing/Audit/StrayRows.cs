using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Rows that belong to nothing, such as a contact whose organisation's id is written otherwise: a tool can write past the foreign keys.</summary>
internal static class StrayRows
{
    /// <summary>Names of the tables that hold such, in order.</summary>
    public static async Task<IReadOnlyCollection<string>> TablesAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var key in db.Model.GetRelationalModel().Tables.SelectMany(table => table.ForeignKeyConstraints))
        {
            if (await db.Ask<long>(QueryOf(key)).SingleAsync(cancellationToken) > 0)
            {
                found.Add(key.Table.Name);
            }
        }

        return found;
    }

    private static string QueryOf(IForeignKeyConstraint key)
    {
        var isSet = string.Join(" AND ", key.Columns.Select(column => $"one.\"{column.Name}\" IS NOT NULL"));
        var isSame = string.Join(" AND ", key.Columns.Zip(key.PrincipalColumns, (column, other) => $"other.\"{other.Name}\" = one.\"{column.Name}\""));
        return $"SELECT COUNT(*) AS \"Value\" FROM \"{key.Table.Name}\" AS one WHERE {isSet} AND NOT EXISTS (SELECT 1 FROM \"{key.PrincipalTable.Name}\" AS other WHERE {isSame})";
    }
}
