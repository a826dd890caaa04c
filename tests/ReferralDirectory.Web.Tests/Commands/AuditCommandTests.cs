using Microsoft.Data.Sqlite;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AuditVerify_OfALogThatIsWhole_SaysSoAndPrintsItsHash()
    {
        await RunAsync(0, "migrate");

        Assert.Contains($"The audit log is whole: 0 entries. The hash of the last is {new string('0', 64)}", await RunAsync(0, "audit", "verify"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM AuditHeads", "The audit log is broken at entry 0: the end of the log")]
    [InlineData("UPDATE AuditHeads SET Number = 7", "The audit log is broken at entry 1: it is gone.")]
    [InlineData("INSERT INTO AuditHeads (Id, Number, Hash) SELECT 2, Number, Hash FROM AuditHeads", "The audit log is broken at entry 0: the end of the log")]
    [InlineData("INSERT INTO AuditEntries VALUES (1, 'garbage', 'zz', 'Nonsense', 'Nonsense', 'zz', 'zz', 'x', '0', '0')", "The audit log is broken at entry 1: it stood elsewhere")]
    public async Task AuditVerify_OfALogThatIsBroken_NamesTheEntry(string tampering, string expected)
    {
        await RunAsync(0, "migrate");
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

    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        await using var program = new SiteProcess(folder, arguments);
        var code = await program.ExitAsync(Cancel);
        Assert.True(code == exitCode, $"Exit code {code}: {program.Output}");
        return program.Output;
    }
}
