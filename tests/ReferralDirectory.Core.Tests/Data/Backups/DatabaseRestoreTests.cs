using Microsoft.Data.Sqlite;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data.Backups;

[Trait("Database", "SQLite")]
public sealed class DatabaseRestoreTests : IDisposable
{
    private readonly BackedUpSite site = new();

    [Fact]
    public void Restore_PutsTheBackupInItsPlace_AndKeepsTheDatabaseOfBefore_WithWhatWasStillInItsLog()
    {
        site.Say("before");
        var copy = site.NewBackup("copy.db");
        LeaveInTheLog("after");

        var replaced = site.Restore.Restore(copy, TestDirectory.Cancellation)!;

        Assert.Equal("before", BackedUpSite.SaidIn(site.FilePath));
        Assert.Equal("after", BackedUpSite.SaidIn(replaced));
        Assert.Equal(["copy.db", "directory.db", Path.GetFileName(replaced)], site.Folder.FileNames);
        Assert.Matches(@"directory\.db\.replaced-\d{8}T\d{6}Z$", replaced);
    }

    [Fact]
    public void Restore_OverADamagedDatabase_KeepsThatWithItsLog()
    {
        var copy = site.NewBackup("copy.db");
        File.WriteAllText(site.FilePath, "nothing that a database would say");
        File.WriteAllText($"{site.FilePath}-wal", "its log");

        var replaced = site.Restore.Restore(copy, TestDirectory.Cancellation)!;

        Assert.NotNull(BackedUpSite.SaidIn(site.FilePath));
        Assert.Equal(("nothing that a database would say", "its log"), (File.ReadAllText(replaced), File.ReadAllText($"{replaced}-wal")));
    }

    [Fact]
    public void Restore_WhereThereIsNoDatabase_MakesIt()
    {
        var copy = site.NewBackup("copy.db");
        File.Delete(site.FilePath);

        Assert.Null(site.Restore.Restore(copy, TestDirectory.Cancellation));

        Assert.NotNull(BackedUpSite.SaidIn(site.FilePath));
    }

    [Fact]
    public void Restore_OfAFileThatSomebodyCopiedWithItsLog_TakesBoth()
    {
        LeaveInTheLog("in the log");
        File.Copy(site.FilePath, site.Folder["copy.db"]);
        File.Copy($"{site.FilePath}-wal", site.Folder["copy.db-wal"]);
        site.Say("later");

        site.Restore.Restore(site.Folder["copy.db"], TestDirectory.Cancellation);

        Assert.Equal("in the log", BackedUpSite.SaidIn(site.FilePath));
    }

    [Theory]
    [InlineData("", "it is not a database of this program")]
    [InlineData("Dear diary, this is not a database. ", "it is no database")]
    public void Restore_OfAnyFile_RefusesAndTouchesNothing(string text, string reason)
    {
        File.WriteAllText(site.Folder["copy.db"], string.Concat(Enumerable.Repeat(text, 100)));

        AssertRefused(site.Folder["copy.db"], $"was not restored: {reason}. The database is as it was; name another backup.");
    }

    [Fact]
    public void Restore_OfANewerVersion_RefusesAndTouchesNothing()
    {
        var copy = site.NewBackup("copy.db");
        TestDatabase.Execute(copy, "INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_Later', '99.0.0')");

        AssertRefused(copy, "it was made by a newer version of this program. The database is as it was; name another backup, or install that version.");
    }

    [Fact]
    public void Restore_OfAnotherProgramsDatabase_RefusesAndTouchesNothing()
    {
        var copy = site.NewBackup("copy.db");
        TestDatabase.Execute(copy, "DELETE FROM __EFMigrationsHistory");

        AssertRefused(copy, "it is not a database of this program");
    }

    [Fact]
    public void Restore_OfADamagedBackup_RefusesAndTouchesNothing()
    {
        var copy = site.NewBackup("copy.db");
        BackedUpSite.Damage(copy);

        AssertRefused(copy, "it is damaged (");
    }

    [Fact]
    public void Restore_OfABackupThatWasCutOff_RefusesAndTouchesNothing()
    {
        var copy = site.NewBackup("copy.db");
        using (var file = new FileStream(copy, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        AssertRefused(copy, "it is damaged");
    }

    [Fact]
    public async Task Restore_WhileASiteRuns_RefusesAndTouchesNothing()
    {
        var copy = site.NewBackup("copy.db");
        await site.Startup.RunAsync(TestDirectory.Cancellation);

        AssertRefused(copy, "Stop the site, then restore again.");

        site.Startup.Dispose();
        Assert.NotNull(site.Restore.Restore(copy, TestDirectory.Cancellation));
    }

    [Fact]
    public void Restore_OfNothing_OrOfTheDatabaseItself_AsksForABackup()
    {
        AssertRefused(site.Folder["nothing.db"], "There is no file");
        AssertRefused(site.FilePath, "is the database itself. Name a backup.");
    }

    public void Dispose() => site.Dispose();

    /// <summary>As a site that was killed leaves it.</summary>
    private void LeaveInTheLog(string word)
    {
        var (file, log) = (site.Folder["kept"], site.Folder["kept-wal"]);
        using (var writer = new SqliteConnection($"Data Source={site.FilePath};Pooling=False"))
        {
            writer.Open();
            using var command = writer.CreateCommand();
#pragma warning disable CA2100 // A word of this file.
            command.CommandText = $"PRAGMA journal_mode=WAL; UPDATE Organisations SET Name = '{word}' WHERE Slug = 'sisters'";
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            File.Copy(site.FilePath, file);
            File.Copy($"{site.FilePath}-wal", log);
        }

        File.Move(file, site.FilePath, overwrite: true);
        File.Move(log, $"{site.FilePath}-wal");
    }

    private void AssertRefused(string path, string reason)
    {
        SqliteConnection.ClearAllPools();
        var before = File.ReadAllBytes(site.FilePath);

        var problem = Assert.Throws<BackupException>(() => site.Restore.Restore(path, TestDirectory.Cancellation));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.Equal(before, File.ReadAllBytes(site.FilePath));
        Assert.DoesNotContain(site.Folder.FileNames, name => name!.StartsWith("directory.db.", StringComparison.Ordinal));
    }
}
