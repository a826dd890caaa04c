using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>A later version of the program starts on the file of this one; and starts after a start that was killed.</summary>
public sealed class DatabaseUpgradeTests : IDisposable
{
    // EF Core waits for its lock row without end; a start that hangs must fail the test and not the run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();
    private readonly CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestDirectory.Cancellation);

    public DatabaseUpgradeTests() => patience.CancelAfter(Patience);

    private string File => folder["directory.db"];

    private string Backup => $"{File}.before-{LaterMigrations.Added}";

    [Fact]
    public async Task Run_WithANewerMigration_AppliesItAndKeepsTheContent()
    {
        await StartThisVersionAsync();

        using var later = new TestDirectory(File, content.Path, oneMoreMigration: true);
        var published = await later.StartAndLoadAsync();

        await using var db = later.Open();
        Assert.Contains(LaterMigrations.Added, await db.Database.GetAppliedMigrationsAsync(TestDirectory.Cancellation));
        Assert.Equal(2, published.Countries.Single().Providers.Length);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WithANewerMigration_BacksTheFileUpFirst()
    {
        await StartThisVersionAsync();

        using (var later = new TestDirectory(File, content.Path, oneMoreMigration: true))
        {
            await later.StartAsync();
        }

        Assert.True(System.IO.File.Exists(Backup));
        using var restored = new TestDirectory(Backup, folder["no-such-folder"]);
        var published = await restored.StartAndLoadAsync();
        Assert.Equal(2, published.Countries.Single().Providers.Length);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WithoutANewerMigration_MakesNoBackup()
    {
        await StartThisVersionAsync();
        await StartThisVersionAsync();

        Assert.Equal(["directory.db"], folder.FileNames);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_AfterAnUpgradeThatWasKilled_DoesNotWaitForItsLock()
    {
        await StartThisVersionAsync();
        await LeaveALockBehindAsync();

        using var later = new TestDirectory(File, content.Path, oneMoreMigration: true);
        await later.StartAsync(patience.Token);

        await using var db = later.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestDirectory.Cancellation));
    }

    [Theory, Trait("Database", "SQLite")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_AfterAFirstStartThatWasKilled_DoesNotWaitForItsLock(bool historyExists)
    {
        // A first migration takes the lock, then makes the table of migrations, then the rest; it can die between any two.
        await LeaveALockBehindAsync();
        if (historyExists)
        {
            using var killed = new TestDirectory(File, content.Path);
            await using var db = killed.Open();
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(TestDirectory.Cancellation);
        }

        using var directory = new TestDirectory(File, content.Path);
        await directory.StartAsync(patience.Token);

        await using var started = directory.Open();
        Assert.Equal(2, await started.Organisations.CountAsync(TestDirectory.Cancellation));
    }

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
        content.Dispose();
    }

    private async Task StartThisVersionAsync()
    {
        using var directory = new TestDirectory(File, content.Path);
        await directory.StartAsync();
    }

    /// <summary>Takes EF Core's own lock and never gives it back, like a process that was killed while it migrated.</summary>
    private async Task LeaveALockBehindAsync()
    {
        using var killed = new TestDirectory(File, content.Path);
        await using var db = killed.Open();
        _ = await db.GetService<IHistoryRepository>().AcquireDatabaseLockAsync(TestDirectory.Cancellation);
    }
}
