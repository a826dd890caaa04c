using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>Most starts find a database that is ready. They must not pay for EF Core, which takes longer than all the rest.</summary>
public sealed class ReadyDatabaseTests
{
    [Fact]
    public async Task StartAndLoad_OnADatabaseThatIsReady_NeedNoEfCore()
    {
        using var folder = new TempFolder();
        using var content = new SmallContent();
        using (var first = new TestDirectory(folder["directory.db"], content.Path))
        {
            await first.StartAsync();
        }

        await using var services = new ServiceCollection()
            .AddLogging()
            .AddTestDirectory(folder["directory.db"], content.Path)
            .AddSingleton<IDbContextFactory<DirectoryDb>, NoEfCore>()
            .AddSingleton<PublishedDirectorySource>()
            .AddEditing()
            .BuildServiceProvider();
        await services.GetRequiredService<DatabaseStartup>().RunAsync(TestDirectory.Cancellation);
        var source = services.GetRequiredService<PublishedDirectorySource>();
        source.Load(TestDirectory.Cancellation);

        Assert.NotEmpty(source.Current.Countries);
        SqliteConnection.ClearAllPools();
    }

    private sealed class NoEfCore : IDbContextFactory<DirectoryDb>
    {
        public DirectoryDb CreateDbContext() => throw new InvalidOperationException("A start on a ready database asked for EF Core.");
    }
}
