using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What is loaded once and not edited here, as its rows stand: nobody may change an emergency number unseen.</summary>
internal static class FixedContent
{
    private static readonly (string Table, string Query)[] Tables =
    [
        ("Languages", QueryOf("Languages", "Tag", "Name", "Position", "IsRightToLeft")),
        ("Countries", QueryOf("Countries", "Id", "Slug", "Code", "Name")),
        ("EmergencyNumbers", QueryOf("EmergencyNumbers", "Id", "CountryId", "Position", "Number", "Name", "IsFree")),
        ("Places", QueryOf("Places", "Id", "CountryId", "Position", "Slug", "Name", "SearchWords")),
        ("Sources", QueryOf("Sources", "Id", "CountryId", "Slug", "Name")),
        ("Steps", QueryOf("Steps", "Id", "CountryId", "Key")),
        ("AssistanceTypeStep", QueryOf("AssistanceTypeStep", "AssistanceTypesId", "StepId")),
        ("AssistanceTypes", """SELECT quote("Id") AS "Value" FROM "AssistanceTypes" WHERE "IsHotline" ORDER BY 1"""),
    ];

    /// <summary>Names of the tables.</summary>
    public static IEnumerable<string> Names => Tables.Select(table => table.Table);

    /// <summary>What they come to.</summary>
    public static async Task<ContentSum> SumAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        List<(string, string)> fields = [];
        foreach (var (table, query) in Tables)
        {
            fields.Add((table, string.Join('\n', await db.Database.SqlQueryRaw<string>(query).ToListAsync(cancellationToken))));
        }

        return ContentSum.Of(fields);
    }

    // Each value as SQL writes it, so that no two rows come to the same text.
    private static string QueryOf(string table, params string[] columns) =>
        $"SELECT {string.Join(" || ',' || ", columns.Select(column => $"quote(\"{column}\")"))} AS \"Value\" FROM \"{table}\" ORDER BY 1";
}
