using System.Data;
using System.Data.Common;
using System.Text;

namespace ReferralDirectory.Testing;

/// <summary>All that a database stores, to look for what must not be there.</summary>
public static class StoredTexts
{
    /// <summary>Each file of its folder as it stands on disk, one of which it is on SQLite; on PostgreSQL each of its rows as well.</summary>
    /// <param name="path">Which database.</param>
    public static IReadOnlyList<string> In(string path)
    {
        using var tool = TestDatabase.Connect(path);
        var rows = TestDatabase.IsPostgres
            ? Read(tool, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").SelectMany(table => Read(tool, $"SELECT stored::text FROM \"{table}\" AS stored"))
            // Nothing to look into. But SQLite deletes the log of the database when its last connection closes: one that has read stays open.
            : Read(tool, "SELECT '' FROM sqlite_master");
        return [.. rows, .. Directory.GetFiles(Path.GetDirectoryName(path)!, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(ReadShared)];
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static List<string> Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here, with names of our tables.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        return [.. rows.Cast<IDataRecord>().Select(row => row.GetString(0))];
    }
}
