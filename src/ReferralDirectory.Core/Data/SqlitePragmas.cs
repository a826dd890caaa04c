using System.Data.Common;

namespace ReferralDirectory.Core.Data;

/// <summary>
/// What SQLite must be told on every connection: a commit is on the disk before it is acknowledged, deleted data are
/// overwritten, and functions called from the schema of a planted file are not trusted. Whoever finds another writer there looks
/// again after a millisecond or a few, and not after 150 as the driver does by itself; it goes on waiting when this gives up. None of
/// these changes the file: whether it is ours to change is not known yet when it is first opened. See
/// <see cref="DatabaseStartup"/> for WAL.
/// </summary>
internal static class SqlitePragmas
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA busy_timeout=1000;";

    /// <summary>Sets a connection that is open.</summary>
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
