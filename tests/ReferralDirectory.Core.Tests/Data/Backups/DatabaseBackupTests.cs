using Microsoft.Data.Sqlite;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data.Backups;

[Trait("Database", "SQLite")]
public sealed class DatabaseBackupTests : IDisposable
{
    private readonly BackedUpSite site = new();

    [Fact]
    public void Write_WhileSomebodyWrites_HoldsWhatWasCommittedAndNothingElse_InOneFile()
    {
        using var writer = new SqliteConnection($"Data Source={site.FilePath};Pooling=False");
        writer.Open();
        using var command = writer.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; UPDATE Organisations SET Name = 'committed' WHERE Slug = 'sisters'; BEGIN IMMEDIATE; UPDATE Organisations SET Name = 'on its way' WHERE Slug = 'sisters'";
        command.ExecuteNonQuery();

        var copy = site.NewBackup("copy.db");

        Assert.Equal("committed", BackedUpSite.SaidIn(copy));
        Assert.Equal(["copy.db", "directory.db", "directory.db-shm", "directory.db-wal"], site.Folder.FileNames);
    }

    [Fact]
    public void Write_MakesAFileThatOnlyItsOwnerReads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes.");

        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(site.NewBackup("copy.db"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public void Write_WhereThereIsAFile_RefusesAndKeepsIt()
    {
        File.WriteAllText(site.Folder["copy.db"], "mine");

        AssertRefused("exists already, and is kept. Choose a name that does not exist.");

        Assert.Equal("mine", File.ReadAllText(site.Folder["copy.db"]));
    }

    [Fact]
    public void Write_WhereAnEarlierOneWasKilled_NamesWhatItLeft()
    {
        File.WriteAllText(site.Folder["copy.db.part"], "half");

        AssertRefused($"'{site.Folder["copy.db.part"]}' is left of a command that was interrupted, or is being written. Delete it if none is running, then try again.");

        Assert.Equal(["copy.db.part", "directory.db"], site.Folder.FileNames);
    }

    [Fact]
    public void Write_OfADamagedDatabase_LeavesNothingThatLooksGood()
    {
        BackedUpSite.Damage(site.FilePath);

        AssertRefused("was not backed up: it is damaged (");

        Assert.Equal(["directory.db"], site.Folder.FileNames);
    }

    [Fact]
    public void Write_OfADatabaseWhoseRowsBelongToNothing_LeavesNothing()
    {
        TestDatabase.Execute(site.FilePath, "DELETE FROM Organisations WHERE Slug = 'sisters'");

        AssertRefused("it is damaged (a row of ");

        Assert.Equal(["directory.db"], site.Folder.FileNames);
    }

    [Fact]
    public void Write_OfADatabaseOfSomethingElse_LeavesNothing()
    {
        TestDatabase.Execute(site.FilePath, "DROP TABLE __EFMigrationsHistory");

        AssertRefused("it is not a database of this program");

        Assert.Equal(["directory.db"], site.Folder.FileNames);
    }

    [Fact]
    public void Write_ThatIsStopped_LeavesNothing()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => site.Backup.Write(site.Folder["copy.db"], new CancellationToken(canceled: true)));

        Assert.Equal(["directory.db"], site.Folder.FileNames);
    }

    [Fact]
    public void Write_IntoAFolderThatIsNotThere_SaysWhatToDo() =>
        Assert.EndsWith("Choose a folder that can be written to and has room, then try again.", Assert.Throws<BackupException>(() => site.NewBackup("no/such/copy.db")).Message, StringComparison.Ordinal);

    public void Dispose() => site.Dispose();

    private void AssertRefused(string reason)
    {
        var problem = Assert.Throws<BackupException>(() => site.NewBackup("copy.db"));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }
}
