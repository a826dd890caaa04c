using Microsoft.Data.Sqlite;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

public sealed class AuditCommandTests(AuditCommandTests.Migrated migrated) : IClassFixture<AuditCommandTests.Migrated>, IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AuditVerify_OfALogThatIsWhole_SaysSoAndPrintsItsHash()
    {
        migrated.CopyTo(folder);

        Assert.Matches("The audit log is whole: [1-9][0-9]* entries\\. The hash of the last is [0-9a-f]{64}", await RunAsync(0, "audit", "verify"));
    }

    [Theory]
    [InlineData("DELETE FROM AuditHeads", ": the end of the log")]
    [InlineData("UPDATE AuditHeads SET Number = 100000", ": it is gone.")]
    [InlineData("DELETE FROM AuditEntries WHERE Number = 1", "The audit log is broken at entry 1: it is gone.")]
    [InlineData("INSERT INTO AuditHeads (Id, Number, Hash) SELECT 2, Number, Hash FROM AuditHeads", ": the end of the log")]
    [InlineData("UPDATE ContactPoints SET Value = '+78127173531' WHERE OrganisationId = (SELECT Id FROM Organisations WHERE Slug = 'sisters')", "Organisation sisters")]
    [InlineData("UPDATE ContactPoints SET Value = '+78127173531'", "(Contacts): it does not say what was published. Entry ")]
    [InlineData("UPDATE EmergencyNumbers SET Number = '911'", "What is not edited here (EmergencyNumbers): it does not say what was published.")]
    [InlineData("DELETE FROM AuditEntries; INSERT INTO AuditEntries VALUES (1, 'garbage', 'zz', 'Nonsense', 'Nonsense', 'zz', 'zz', 'x', '0', '0')", "The audit log is broken at entry 1: it stood elsewhere")]
    public async Task AuditVerify_OfALogThatIsBroken_NamesTheEntry(string tampering, string expected)
    {
        migrated.CopyTo(folder);
        await using (var connection = new SqliteConnection($"Data Source={Directory.GetFiles(folder.Path, "*.db").Single()};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this file.
            command.CommandText = tampering;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Cancel);
        }

        Assert.Contains(expected, await RunAsync(1, "audit", "verify"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_WithoutADatabase_SaysSoAndMakesNone()
    {
        Assert.Contains("there is no such file", await RunAsync(1, "audit", "verify"), StringComparison.Ordinal);

        Assert.Empty(folder.FileNames);
    }

    public void Dispose() => folder.Dispose();

    private Task<string> RunAsync(int exitCode, params string[] arguments) => CommandRun.OutputAsync(folder, exitCode, arguments);

    /// <summary>A database as <c>migrate</c> makes it.</summary>
    public sealed class Migrated : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        public async ValueTask InitializeAsync() => await CommandRun.OutputAsync(folder, 0, "migrate");

        public void CopyTo(TempFolder other)
        {
            var file = Directory.GetFiles(folder.Path, "*.db").Single();
            File.Copy(file, other[Path.GetFileName(file)]);
        }

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
