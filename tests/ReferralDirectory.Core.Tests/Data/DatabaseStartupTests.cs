using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

public sealed class DatabaseStartupTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();

    public DatabaseStartupTests()
    {
        if (TestDatabase.IsPostgres)
        {
            TestDatabase.MakeEmpty(File);
        }
    }

    private string File => folder["directory.db"];

    [Fact]
    public async Task Run_OnANewFile_MigratesAndLoadsTheContent()
    {
        using var directory = new TestDirectory(File, content.Path);

        await directory.StartAsync();

        await using var db = directory.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestDirectory.Cancellation));
        Assert.Equal((2, 1, 2), (await db.Languages.CountAsync(TestDirectory.Cancellation), await db.Countries.CountAsync(TestDirectory.Cancellation), await db.Organisations.CountAsync(TestDirectory.Cancellation)));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_OnANewFile_LeavesNothingBesideTheDatabase()
    {
        using var directory = new TestDirectory(File, content.Path);

        await directory.StartAsync();

        Assert.Equal(["directory.db"], folder.FileNames);
    }

    [Fact]
    public async Task Run_WhereThereIsNoDirectory_AndNoneIsToBeMade_SaysSoAndMakesNothing()
    {
        using var services = new ServiceCollection().AddLogging().AddTestDirectory(File, content.Path).AddSingleton(new ContentFolder(content.Path, FillsEmpty: false)).AddEditing().BuildServiceProvider();

        var problem = await Assert.ThrowsAsync<DatabaseUnusableException>(() => services.GetRequiredService<DatabaseStartup>().RunAsync(TestDirectory.Cancellation));

        Assert.Contains("there is no directory, and by Database__Create none is made", problem.Message, StringComparison.Ordinal);
        Assert.Equal(TestDatabase.IsPostgres ? DatabaseTrouble.Empty : DatabaseTrouble.Gone, problem.Trouble);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_OnAnEmptyFile_MigratesAndLoadsTheContent()
    {
        await System.IO.File.WriteAllBytesAsync(File, [], TestDirectory.Cancellation);
        using var directory = new TestDirectory(File, content.Path);

        var published = await directory.StartAndLoadAsync();

        Assert.Equal(2, published.Countries.Single().Providers.Length);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_OnALoadedFile_DoesNotTouchIt()
    {
        using (var first = new TestDirectory(File, content.Path))
        {
            await first.StartAsync();
        }

        var before = await System.IO.File.ReadAllBytesAsync(File, TestDirectory.Cancellation);
        using var second = new TestDirectory(File, content.Path);
        await second.StartAsync();

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Run_OnALoadedFile_KeepsWhatIsThereWhateverTheFilesSayNow()
    {
        using (var first = new TestDirectory(File, content.Path))
        {
            await first.StartAsync();
        }

        content.Replace(SmallContent.Helpers, "{ en: Helpers, ru: Помощники }", "{ en: Others, ru: Другие }");
        using var second = new TestDirectory(File, content.Path);
        var published = await second.StartAndLoadAsync();

        Assert.Equal("Helpers", published.Countries.Single().FindProvider("helpers")!.Name.Translations[0].Text);
    }

    [Fact]
    public async Task Run_OnALoadedFile_DoesNotReadTheContentFolder()
    {
        using (var first = new TestDirectory(File, content.Path))
        {
            await first.StartAsync();
        }

        using var second = new TestDirectory(File, folder["no-such-folder"]);

        await second.StartAsync();
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WithFaultyContent_LeavesNoFileBehind()
    {
        content.Replace(SmallContent.Helpers, "source: guide", "source: gide");
        using var directory = new TestDirectory(File, content.Path);

        await Assert.ThrowsAsync<ContentFaultException>(() => directory.StartAsync());

        Assert.Empty(folder.FileNames);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WithFaultyContent_LeavesAnEmptyFileEmpty()
    {
        await System.IO.File.WriteAllBytesAsync(File, [], TestDirectory.Cancellation);
        content.Replace(SmallContent.Helpers, "source: guide", "source: gide");
        using var directory = new TestDirectory(File, content.Path);

        await Assert.ThrowsAsync<ContentFaultException>(() => directory.StartAsync());

        Assert.Empty(await System.IO.File.ReadAllBytesAsync(File, TestDirectory.Cancellation));
        Assert.Equal(["directory.db"], folder.FileNames);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WithFaultyContentOnAnEmptiedDirectory_LeavesTheFileAsItWas()
    {
        await MakeEmptiedDirectoryAsync();
        var before = await System.IO.File.ReadAllBytesAsync(File, TestDirectory.Cancellation);
        content.Replace(SmallContent.Helpers, "source: guide", "source: gide");
        using var directory = new TestDirectory(File, content.Path);

        await Assert.ThrowsAsync<ContentFaultException>(() => directory.StartAsync());

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Run_AfterAStartThatDiedBeforeTheContentWasLoaded_LoadsIt()
    {
        await MakeEmptiedDirectoryAsync();
        using var directory = new TestDirectory(File, content.Path);

        var published = await directory.StartAndLoadAsync();

        Assert.Equal(2, published.Countries.Single().Providers.Length);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WhenTheFolderDoesNotExist_SaysSoInASentence()
    {
        var path = folder["no-such-folder/directory.db"];
        using var directory = new TestDirectory(path, content.Path);

        var problem = await Assert.ThrowsAsync<DatabaseUnusableException>(() => directory.StartAsync());

        Assert.StartsWith($"The database '{path}' cannot be used: ", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("restore a backup.", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WhenTheFileIsAFolder_SaysSoInASentence()
    {
        Directory.CreateDirectory(File);
        using var directory = new TestDirectory(File, content.Path);

        var problem = await Assert.ThrowsAsync<DatabaseUnusableException>(() => directory.StartAsync());

        Assert.StartsWith($"The database '{File}' cannot be used: ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public async Task Run_ByManyAtOnceOnOneNewFile_SucceedsForAllAndLoadsOnce(int starts)
    {
        var directories = Enumerable.Range(0, starts).Select(_ => new TestDirectory(File, content.Path)).ToList();

        await Task.WhenAll(directories.Select(directory => Task.Run(() => directory.StartAsync(), TestDirectory.Cancellation)));

        await using (var db = directories[0].Open())
        {
            Assert.Equal((2, 2, 6), (await db.Languages.CountAsync(TestDirectory.Cancellation), await db.Organisations.CountAsync(TestDirectory.Cancellation), await db.ContactPoints.CountAsync(TestDirectory.Cancellation)));
        }

        directories.ForEach(directory => directory.Dispose());
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Run_WhileAnotherStartHoldsTheLock_WaitsUntilItIsReleased()
    {
        using var directory = new TestDirectory(File, content.Path);
        Task start;
        await using (new FileStream($"{File}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
            start = directory.StartAsync();
            Assert.False(start.IsCompleted);
            Assert.False(System.IO.File.Exists(File));
        }

        await start;
        Assert.True(System.IO.File.Exists(File));
    }

    public void Dispose()
    {
        folder.Dispose();
        content.Dispose();
    }

    /// <summary>A migrated file with nothing in it.</summary>
    private async Task MakeEmptiedDirectoryAsync()
    {
        using var directory = new TestDirectory(File, content.Path);
        await using var db = directory.Open();
        await db.Database.MigrateAsync(TestDirectory.Cancellation);
    }
}
