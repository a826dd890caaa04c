using Microsoft.Data.Sqlite;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data.Backups;

/// <summary>A site's file in a folder of its own, and somebody with a database tool.</summary>
internal sealed class BackedUpSite : IDisposable
{
    private readonly TestDirectory directory;

    public BackedUpSite()
    {
        TestDatabase.MakeReady(FilePath);
        directory = new TestDirectory(FilePath, System.IO.Path.Combine(AppContext.BaseDirectory, "data"), time: Clock);
    }

    public TempFolder Folder { get; } = new();

    public TestClock Clock { get; } = new();

    public string FilePath => Folder["directory.db"];

    public DatabaseBackup Backup => directory.Get<DatabaseBackup>();

    public DatabaseRestore Restore => directory.Get<DatabaseRestore>();

    public DatabaseStartup Startup => directory.Get<DatabaseStartup>();

    /// <summary>Makes a backup.</summary>
    /// <returns>Its path.</returns>
    public string NewBackup(string name)
    {
        Backup.Write(Folder[name], TestDirectory.Cancellation);
        return Folder[name];
    }

    /// <summary>Says something new in the database.</summary>
    public void Say(string word) => TestDatabase.Execute(FilePath, $"UPDATE Organisations SET Name = '{word}' WHERE Slug = 'sisters'");

    /// <summary>What a database says.</summary>
    public static object? SaidIn(string path) => TestDatabase.Ask(path, "SELECT Name FROM Organisations WHERE Slug = 'sisters'");

    /// <summary>Overwrites pages in the middle of a file, as a disk does that goes bad.</summary>
    public static void Damage(string path)
    {
        SqliteConnection.ClearAllPools();
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = file.Length / 8192 * 4096;
        file.Write([.. Enumerable.Repeat((byte)0xA5, 5 * 4096)]);
    }

    public void Dispose()
    {
        directory.Dispose();
        Folder.Dispose();
    }
}
