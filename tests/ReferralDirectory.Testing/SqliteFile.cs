using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Testing;

/// <summary>Does to an SQLite file what happens to files, also where the tests run as root, whom no permission holds back.</summary>
public static class SqliteFile
{
    /// <summary>Where a file says which versions of SQLite may write to it; of a later one than there is, none.</summary>
    private const int WriteVersion = 18;

    /// <summary>From now on the file can only be read, by whoever opens it.</summary>
    public static void MakeReadOnly(string path) => Write(path, 3);

    /// <summary>From now on it can be written again.</summary>
    public static void MakeWritable(string path) => Write(path, 2);

    private static void Write(string path, byte version)
    {
        // Whoever had it open would go on with what they know of it; the last to close it brings everything into the one file.
        SqliteConnection.ClearAllPools();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = WriteVersion;
        file.WriteByte(version);
    }
}
