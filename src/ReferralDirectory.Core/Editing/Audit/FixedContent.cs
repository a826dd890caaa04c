using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What is loaded once and not edited here, as its rows stand: nobody may change an emergency number unseen.</summary>
internal static class FixedContent
{
    private static readonly (string Table, string[] Columns, string Which)[] Tables =
    [
        ("Languages", ["Tag", "Name", "Position", "IsRightToLeft", "InterfaceState"], ""),
        ("Countries", ["Id", "Slug", "Code", "Name"], ""),
        ("EmergencyNumbers", ["Id", "CountryId", "Position", "Number", "Name", "IsFree"], ""),
        ("Places", ["Id", "CountryId", "Position", "Slug", "Name", "SearchWords"], ""),
        ("Sources", ["Id", "CountryId", "Slug", "Name"], ""),
        ("Steps", ["Id", "CountryId", "Key"], ""),
        ("AssistanceTypeStep", ["AssistanceTypesId", "StepId"], ""),
        ("AssistanceTypes", ["Id"], "WHERE \"IsHotline\""),
    ];

    /// <summary>Names of the tables.</summary>
    public static IEnumerable<string> Names => Tables.Select(table => table.Table);

    /// <summary>What they come to.</summary>
    public static async Task<ContentSum> SumAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        List<(string, string)> fields = [];
        foreach (var (table, columns, which) in Tables)
        {
            // Each value as SQL writes it, so that no two rows come to the same text.
            var row = string.Join(" || ',' || ", columns.Select(db.LiteralOf));
            fields.Add((table, string.Join('\n', await db.Ask<string>($"SELECT {row} AS \"Value\" FROM \"{table}\" {which} ORDER BY 1").ToListAsync(cancellationToken))));
        }

        return ContentSum.Of(fields);
    }
}
