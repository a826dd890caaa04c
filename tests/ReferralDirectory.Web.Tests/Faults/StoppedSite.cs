using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>Looks into the database of a program in a process, and keeps nothing open: what a killed program leaves must be the next one's to find.</summary>
internal static class StoppedSite
{
    public static async Task<T> AskAsync<T>(string path, Func<DirectoryDb, Task<T>> question)
    {
        await using var services = Services(path);
        try
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync();
            return await question(db);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }

    /// <summary>Fails where the file, a foreign key or the audit log is broken.</summary>
    public static async Task AssertWholeAsync(string path, string when, CancellationToken cancellationToken)
    {
        if (!TestDatabase.IsPostgres)
        {
            using var connection = TestDatabase.Connect(path);
            Assert.Equal($"ok {when}", $"{string.Join(", ", Rows(connection, "PRAGMA integrity_check"))} {when}");
            Assert.Equal($" {when}", $"{string.Join(", ", Rows(connection, "PRAGMA foreign_key_check"))} {when}");
        }

        await using var services = Services(path);
        var report = await new AuditVerifier(services.GetRequiredService<IDbContextFactory<DirectoryDb>>()).VerifyAsync(null, cancellationToken);
        Assert.True(report.IsWhole, $"{report} {when}");
        SqliteConnection.ClearAllPools();
    }

    private static ServiceProvider Services(string path) =>
        new ServiceCollection().AddLogging().AddTestDirectory(path, Path.Combine(AppContext.BaseDirectory, "data")).AddEditing().BuildServiceProvider();

    private static List<string> Rows(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here.
        command.CommandText = pragma;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        return [.. rows.Cast<System.Data.IDataRecord>().Select(row => $"{row.GetValue(0)}")];
    }
}
