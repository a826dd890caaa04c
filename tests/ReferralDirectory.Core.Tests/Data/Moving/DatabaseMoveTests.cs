using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Moving;

namespace ReferralDirectory.Core.Tests.Data.Moving;

/// <summary>From a file to a server and back. That a site in use comes through whole is tested with the program.</summary>
[Trait("Database", "SQLite")]
public sealed class DatabaseMoveTests : IDisposable
{
    private const string TablesOnServer = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'";

    private readonly MovedSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The tables are asked of the database, so that none can be left out of the model's list.</summary>
    [Fact]
    public void Move_CopiesEveryTableThatThereIs()
    {
        var there = ((string)site.AskFile("SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '~_~_EF%' ESCAPE '~' ORDER BY name)")!).Split(',');

        var proofs = ToServer();

        Assert.Equal(there, proofs.Select(proof => proof.Table));
        Assert.Equal((long)there.Length + 1, site.AskServer(TablesOnServer));
        Assert.Equal(15, proofs.Single(proof => proof.Table == "Organisations").Target.Rows);
    }

    [Fact]
    public void Move_ThereAndBack_ChangesNoValue()
    {
        var there = ToServer();
        using var target = MoveTarget.Of(site.Back);
        var back = site.FromServer.Move(target, Cancel);

        Assert.All(there.Concat(back), proof => Assert.True(proof.IsEqual, proof.Table));
        Assert.Equal(there.Select(proof => proof.Source), back.Select(proof => proof.Target));
        Assert.Equal(["back.db", "directory.db"], site.FileNames);
        Assert.Equal("ok", site.AskBack("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task ADatabaseThatWasMovedTo_IsOneThatASiteStartsOn_WithoutLoadingAnything()
    {
        ToServer();
        await using var services = site.Open(services => services.AddPostgresDirectory(site.Server, new ContentFolder(site.Folder["nothing"])));

        await services.GetRequiredService<DatabaseStartup>().RunAsync(Cancel);
    }

    [Fact]
    public void ColumnsThatNumberThemselves_GoOnAfterTheHighest()
    {
        site.AskFile("INSERT INTO ProtectionKeys (Id, Name, Xml) VALUES (41, 'a', 'b')");
        ToServer();

        Assert.Equal(42, site.AskServer("INSERT INTO ProtectionKeys (Name, Xml) VALUES ('c', 'd') RETURNING Id"));
        using var target = MoveTarget.Of(site.Back);
        site.FromServer.Move(target, Cancel);
        Assert.Equal(43L, site.AskBack("INSERT INTO ProtectionKeys (Name, Xml) VALUES ('e', 'f') RETURNING Id"));
    }

    [Theory]
    [InlineData("UPDATE ContactPoints SET Value = '+78127173531' WHERE Id = (SELECT Id FROM ContactPoints ORDER BY Id LIMIT 1)", "ContactPoints")]
    [InlineData("UPDATE Organisations SET AlsoKnownAs = '[]' WHERE Slug = 'sisters'", "Organisations")]
    [InlineData("DELETE FROM AuditEntries WHERE Number = 3", "AuditEntries")]
    [InlineData("INSERT INTO ProtectionKeys (Name, Xml) VALUES ('c', 'd')", "ProtectionKeys")]
    [InlineData("UPDATE EmergencyNumbers SET Position = Position + 1", "EmergencyNumbers")]
    public void Compare_FindsWhatWasChangedInACopy(string change, string table)
    {
        ToServer();
        using var target = MoveTarget.Of(site.Back);
        site.FromServer.Move(target, Cancel);
        site.AskServer(change);
        site.AskBack(change);

        using var server = MoveTarget.Of(site.Server);
        using var back = MoveTarget.Of(site.Back);

        Assert.Equal([table], Different(site.FromFile.Compare(server, Cancel)));
        Assert.Equal([table], Different(site.FromFile.Compare(back, Cancel)));
    }

    [Fact]
    public void Move_ToADatabaseThatIsNotEmpty_RefusesAndKeepsIt()
    {
        site.AskServer("CREATE TABLE Recipes (Name text)");
        File.WriteAllText(site.Back.Path, "mine");

        AssertRefused(MoveTarget.Of(site.Server), "is not empty, and is kept. Name one that is.");
        AssertRefused(MoveTarget.Of(site.Back), "is not empty, and is kept. Name one that is.");

        Assert.Equal((1L, "mine"), (site.AskServer(TablesOnServer), File.ReadAllText(site.Back.Path)));
    }

    [Fact]
    public async Task Move_WhileASiteRuns_Refuses()
    {
        var running = site.Open(services => services.AddSqliteDirectory(new DatabaseFile(site.FilePath), new ContentFolder(site.Folder.Path)));
        await running.GetRequiredService<DatabaseStartup>().RunAsync(Cancel);

        AssertRefused(MoveTarget.Of(site.Server), "Stop the site, then move again.");
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Move_FromAServerWhileASiteRuns_Refuses()
    {
        ToServer();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var listening = new TaskCompletionSource();
        var running = site.Open(services => services.AddPostgresDirectory(site.Server, new ContentFolder(site.Folder.Path)));
        var watching = running.GetRequiredService<DatabasePlace>().ListenAsync(() => listening.TrySetResult(), _ => { }, stopping.Token);
        await listening.Task.WaitAsync(Cancel);

        using var target = MoveTarget.Of(site.Back);
        Assert.Contains("Stop the site, then move again.", Assert.Throws<MoveException>(() => site.FromServer.Move(target, Cancel)).Message, StringComparison.Ordinal);

        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        await running.DisposeAsync();
        Assert.All(site.FromServer.Move(target, Cancel), proof => Assert.True(proof.IsEqual, proof.Table));
    }

    [Theory]
    [InlineData("CREATE TABLE Notes (Text TEXT)", "The database has other tables or columns than this version: Notes.Text.")]
    [InlineData("ALTER TABLE Countries ADD COLUMN Colour TEXT", "The database has other tables or columns than this version: Countries.Colour.")]
    [InlineData("UPDATE EmergencyNumbers SET Position = 'first'", "EmergencyNumbers.Position holds a value that the program would not have written there.")]
    [InlineData("UPDATE Organisations SET SourceId = 'x'", "Organisations.SourceId holds a value that the program would not have written there.")]
    [InlineData("UPDATE Organisations SET Slug = 'sisters' || hex(zeroblob(1000)) WHERE Slug = 'sisters'", "value too long")]
    public void Move_OfWhatTheProgramWouldNotHaveWritten_Refuses_AndLeavesNothing(string change, string reason)
    {
        site.AskFile(change);

        AssertRefused(MoveTarget.Of(site.Server), reason);
        AssertNothingIsLeft();
    }

    /// <summary>PostgreSQL would write an id in capitals only; the copy would be the program's, and the original not.</summary>
    [Fact]
    public void Move_WhereACopyDiffers_LeavesNothing()
    {
        site.AskFile("UPDATE EmergencyNumbers SET Id = lower(Id)");

        var proofs = ToServer();

        Assert.Equal(["EmergencyNumbers"], Different(proofs));
        AssertNothingIsLeft();
    }

    [Fact]
    public void Move_ThatIsStopped_LeavesNothing()
    {
        using var target = MoveTarget.Of(site.Server);
        Assert.ThrowsAny<OperationCanceledException>(() => site.FromFile.Move(target, new CancellationToken(canceled: true)));
        target.Dispose();
        AssertNothingIsLeft();

        ToServer();
        using var back = MoveTarget.Of(site.Back);
        Assert.ThrowsAny<OperationCanceledException>(() => site.FromServer.Move(back, new CancellationToken(canceled: true)));
        back.Dispose();
        Assert.Equal(["directory.db"], site.FileNames);
    }

    [Fact]
    public void Compare_WithAFileThatIsNotThere_SaysSo() =>
        Assert.Contains("Move the database there first.", Assert.Throws<MoveException>(() => site.FromFile.Compare(MoveTarget.Of(site.Back), Cancel)).Message, StringComparison.Ordinal);

    public void Dispose() => site.Dispose();

    private static IEnumerable<string> Different(IEnumerable<TableProof> proofs) => proofs.Where(proof => !proof.IsEqual).Select(proof => proof.Table);

    private ImmutableArray<TableProof> ToServer()
    {
        using var target = MoveTarget.Of(site.Server);
        return site.FromFile.Move(target, Cancel);
    }

    private void AssertNothingIsLeft() => Assert.Equal(0L, site.AskServer(TablesOnServer));

    private void AssertRefused(MoveTarget target, string reason)
    {
        using var refused = target;
        var problem = Assert.Throws<MoveException>(() => site.FromFile.Move(refused, Cancel));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }
}
