using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Core.Data;

/// <summary>What stands in the way of an SQLite file.</summary>
internal static class SqliteTroubles
{
    /// <summary>The file was moved or deleted since it was opened.</summary>
    private const int Moved = raw.SQLITE_READONLY | (4 << 8);

    /// <summary>There is no room for the index of the log of writes.</summary>
    private const int NoRoomForIndex = raw.SQLITE_IOERR | (19 << 8);

    /// <summary>As much as the smallest commit writes.</summary>
    private static readonly byte[] TwoPages = new byte[8192];

    public static DatabaseTrouble? Of(SqliteException problem) => problem switch
    {
        { SqliteExtendedErrorCode: Moved } => DatabaseTrouble.Gone,
        { SqliteExtendedErrorCode: NoRoomForIndex } => DatabaseTrouble.DiskFull,
        { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR } => DatabaseTrouble.NoAnswer,
        { SqliteErrorCode: raw.SQLITE_CANTOPEN } => DatabaseTrouble.Gone,
        { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => DatabaseTrouble.Damaged,
        { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_PERM } => DatabaseTrouble.ReadOnly,
        { SqliteErrorCode: raw.SQLITE_FULL } => DatabaseTrouble.DiskFull,
        _ => null,
    };

    /// <summary>
    /// Asks SQLite, without a lock: to begin a transaction that may write says nothing, since of a file that can only be read it makes
    /// one that reads. Then writes beside the file.
    /// </summary>
    public static DatabaseTrouble? OfWriting(DbConnection connection, string path)
    {
        if (connection is SqliteConnection { Handle: { } handle } && raw.sqlite3_db_readonly(handle, "main") == 1)
        {
            return DatabaseTrouble.ReadOnly;
        }

        try
        {
            using var probe = new FileStream($"{path}.probe", FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
            probe.Write(TwoPages);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return OfFile(problem);
        }
    }

    /// <summary>The same of a file beside it, which could not be opened to be written.</summary>
    public static DatabaseTrouble OfFile(Exception problem) =>
        problem is DirectoryNotFoundException ? DatabaseTrouble.Gone : IsNoRoom(problem) ? DatabaseTrouble.DiskFull : DatabaseTrouble.ReadOnly;

    // ENOSPC of every Unix, EDQUOT of Linux and of macOS, ERROR_DISK_FULL of Windows.
    private static bool IsNoRoom(Exception problem) => problem.HResult is 28 or 122 or 69 or unchecked((int)0x80070070);
}
