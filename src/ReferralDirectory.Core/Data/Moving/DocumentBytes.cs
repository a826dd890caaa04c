using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>Bytes in documents: EF Core writes them as hexadecimal digits on SQLite, and in base 64 on PostgreSQL. A passkey that was moved as it stands would let nobody in.</summary>
internal static class DocumentBytes
{
    /// <summary>A document of PostgreSQL as SQLite has it.</summary>
    /// <exception cref="FormatException">It is none that the program wrote.</exception>
    public static string AsOnSqlite(string document, MovedColumn column) => Each(document, column, text => Convert.ToHexString(Convert.FromBase64String(text)));

    /// <summary>A document of SQLite as PostgreSQL has it.</summary>
    /// <exception cref="FormatException">It is none that the program wrote.</exception>
    public static string AsOnPostgres(string document, MovedColumn column) => Each(document, column, text => Convert.ToBase64String(Convert.FromHexString(text)));

    private static string Each(string document, MovedColumn column, Func<string, string> write)
    {
        var node = JsonNode.Parse(document);
        foreach (var name in column.BytesInside)
        {
            if (node?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            {
                node[name] = write((string)value!);
            }
        }

        return node?.ToJsonString() ?? "null";
    }
}
