using Microsoft.Extensions.Logging;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data.Backups;

/// <summary>Backups that a site makes by itself, by a clock that the test moves: what is due when it moves is done when it has moved.</summary>
[Trait("Database", "SQLite")]
public sealed class BackupScheduleTests : IAsyncDisposable
{
    private static readonly DateTime Start = new(2030, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly BackedUpSite site = new();
    private readonly List<string> errors = [];
    private readonly BackupSchedule schedule;
    private readonly string folder;

    public BackupScheduleTests()
    {
        folder = Directory.CreateDirectory(site.Folder["backups"]).FullName;
        site.Clock.MoveTo(Start);
        schedule = new BackupSchedule(site.Backup, new BackupPlan(folder, TimeSpan.FromHours(24), 3), site.Clock, new ErrorList(errors));
    }

    [Fact]
    public void WithoutABackup_OneIsDueAMinuteAfterTheStart_AndThenOneEachDay()
    {
        Begin();
        var first = Assert.Single(Names());
        Pass(TimeSpan.FromHours(23));
        Assert.Equal([first], Names());
        Pass(TimeSpan.FromHours(1));

        Assert.Matches("^directory-20300101T1201[0-9]{2}Z.db$", first);
        Assert.Equal(2, Names().Count);
        Assert.Empty(errors);
    }

    [Fact]
    public void AfterARestart_TheAgeOfTheNewestSaysWhenTheNextIsDue()
    {
        Put("directory-20291231T180000Z.db");
        Begin();
        Pass(TimeSpan.FromHours(5));
        Assert.Single(Names());
        Pass(TimeSpan.FromHours(1));

        Assert.Equal(2, Names().Count);
    }

    [Fact]
    public void ABackupFromTheFuture_PutsNoneOffForLongerThanUsual()
    {
        Put("directory-20350101T000000Z.db");
        Begin();
        Pass(TimeSpan.FromHours(24));

        Assert.Equal(2, Names().Count);
    }

    [Fact]
    public void OfMoreThanShouldBeKept_TheOldestGo_AndNothingElse()
    {
        string[] others = ["directory-.db", "directory-20200101T000000Z.db.bak", "directory-20209901T000000Z.db", "mine-20200101T000000Z.db"];
        Array.ForEach([.. others, "directory-20200101T000000Z.db", "directory-20200102T000000Z.db", "directory-20200103T000000Z.db", "directory-20200101T000000Z.db.part"], Put);

        Begin();

        Assert.Equal(["directory-20200102T000000Z.db", "directory-20200103T000000Z.db"], Names().Except(others).Order(StringComparer.Ordinal).SkipLast(1));
        Assert.Equal(others.Length + 3, Names().Count);
    }

    [Fact]
    public void TheOneJustMade_Stays_AlsoWhereOthersAreCalledNewer()
    {
        Array.ForEach(["directory-20350101T000000Z.db", "directory-20350102T000000Z.db", "directory-20350103T000000Z.db"], Put);

        Begin();
        Pass(TimeSpan.FromHours(24));

        Assert.Equal(["directory-20350102T000000Z.db", "directory-20350103T000000Z.db"], Names().Where(name => name.Contains("2035", StringComparison.Ordinal)));
        Assert.Equal(3, Names().Count);
    }

    [Fact]
    public void AFailedOne_IsLogged_DeletesNothing_AndIsTriedAgainAtTheNextTurn()
    {
        Array.ForEach(["directory-20200101T000000Z.db", "directory-20200102T000000Z.db", "directory-20200103T000000Z.db", "directory-20200104T000000Z.db"], Put);
        TestDatabase.Execute(site.FilePath, "ALTER TABLE Countries RENAME TO Away");
        Begin();
        Assert.Matches("^The scheduled backup failed: .* it is not a database of this program. .* Older ones are kept; the next is tried in 24 hours.$", Assert.Single(errors));
        Assert.Equal(4, Names().Count);

        TestDatabase.Execute(site.FilePath, "ALTER TABLE Away RENAME TO Countries");
        Pass(TimeSpan.FromHours(24));

        Assert.Single(errors);
        Assert.Equal(["directory-20200103T000000Z.db", "directory-20200104T000000Z.db"], Names().SkipLast(1));
    }

    [Fact]
    public void AFolderThatIsGone_IsLogged_AndTheNextOneIsMadeWhereItIsBack()
    {
        Directory.Delete(folder);
        Begin();
        Assert.Single(errors);

        Directory.CreateDirectory(folder);
        Pass(TimeSpan.FromHours(24));

        Assert.Single(Names());
    }

    [Fact]
    public async Task AScheduleThatWasEnded_MakesNoMore()
    {
        Begin();
        await schedule.DisposeAsync();
        Pass(TimeSpan.FromHours(48));

        Assert.Single(Names());
    }

    public async ValueTask DisposeAsync()
    {
        await schedule.DisposeAsync();
        site.Dispose();
    }

    private void Begin()
    {
        schedule.Begin();
        Pass(TimeSpan.FromMinutes(1));
    }

    private void Pass(TimeSpan time) => site.Clock.Advance(time);

    private void Put(string name) => File.WriteAllText(Path.Combine(folder, name), "a backup");

    private List<string> Names() => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private sealed class ErrorList(List<string> errors) : ILogger<BackupSchedule>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => errors.Add(formatter(state, exception));
    }
}
