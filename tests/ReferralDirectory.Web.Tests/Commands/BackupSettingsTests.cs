using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>What the program says of backups before it does anything.</summary>
[Trait("Database", "Either")]
public sealed class BackupSettingsTests : IDisposable
{
    private const string Server = "Host=127.0.0.1;Port=1;Database=directory;Username=directory";

    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("Backup:Folder", "no/such/folder", "The setting 'Backup:Folder' is wrong: there is no folder")]
    [InlineData("Backup:EveryHours", "0", "The setting 'Backup:EveryHours' is wrong: it must be a number of hours from 1 to 720.")]
    [InlineData("Backup:EveryHours", "daily", "The setting 'Backup:EveryHours' is wrong: it must be a number of hours from 1 to 720.")]
    [InlineData("Backup:Keep", "0", "The setting 'Backup:Keep' is wrong: it must be a number of backups from 1 to 10000.")]
    [InlineData("Backup:Foldr", "backups", "The setting 'Backup:Foldr' is not known; the settings of 'Backup' are Folder, EveryHours, Keep.")]
    public async Task AWrongSetting_StopsTheStart(string name, string value, string expected) =>
        Assert.Contains(expected, await CommandRun.OutputAsync(folder, 1, $"--{name}={value}", "--urls=http://127.0.0.1:0"), StringComparison.Ordinal);

    /// <summary>A folder may be called as a command is.</summary>
    [Fact]
    public async Task ASchedule_OnPostgreSql_StopsTheStart() =>
        Assert.Contains(
            "The setting 'Backup:Folder' is wrong: it is for SQLite; leave it empty, and have pg_dump back PostgreSQL up.",
            await CommandRun.OutputAsync(folder, 1, "--Database:Provider=PostgreSQL", $"--Database:ConnectionString={Server}", "--Backup:Folder", "backup"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("backup", "back it up with pg_dump")]
    [InlineData("restore", "restore it with pg_restore")]
    public async Task ACommandForTheFile_OnPostgreSql_NamesTheToolOfTheServer(string command, string tool) =>
        Assert.Contains(
            $"This site's database is on PostgreSQL: {tool}, as docs/backup.md shows.",
            await CommandRun.OutputAsync(folder, 1, command, "copy.db", "--Database:Provider=PostgreSQL", $"--Database:ConnectionString={Server}"),
            StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
