using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>
/// The program as far as Core goes, on one database: made as the site makes it. Several may share one, as several
/// processes would.
/// </summary>
internal sealed class TestDirectory : IDisposable
{
    private readonly ServiceProvider services;

    /// <param name="path">The database file, or what stands for it: see <see cref="TestDatabase"/>.</param>
    /// <param name="contentFolder">What an empty database is filled from.</param>
    /// <param name="oneMoreMigration">True for a later version of the program, whose schema has one table more.</param>
    /// <param name="time">Its clock; null for the real one.</param>
    public TestDirectory(string path, string contentFolder, bool oneMoreMigration = false, TimeProvider? time = null)
    {
        var collection = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time ?? TimeProvider.System)
            .AddTestDirectory(path, contentFolder)
            .AddSingleton<PublishedDirectorySource>()
            .AddEditing()
            .AddExchange();
        if (oneMoreMigration)
        {
            collection.ConfigureDbContext<SqliteDirectoryDb>(options => options.ReplaceService<IMigrationsAssembly, LaterMigrations>());
            collection.ConfigureDbContext<PostgresDirectoryDb>(options => options.ReplaceService<IMigrationsAssembly, LaterMigrations>());
            collection.AddSingleton(new KnownMigrations([.. (TestDatabase.IsPostgres ? KnownMigrations.OfPostgres : KnownMigrations.OfSqlite).Ids, LaterMigrations.Added]));
        }

        services = collection.BuildServiceProvider();
    }

    public PublishedDirectorySource Source => services.GetRequiredService<PublishedDirectorySource>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public DirectoryDb Open() => services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext();

    /// <summary>Closes what it opened, as the end of a process would, so that files can be compared and copied.</summary>
    public async Task StartAsync(CancellationToken? cancellation = null)
    {
        try
        {
            await services.GetRequiredService<DatabaseStartup>().RunAsync(cancellation ?? Cancellation);
        }
        finally
        {
            Close();
        }
    }

    public async Task<PublishedDirectory> StartAndLoadAsync()
    {
        await StartAsync();
        await Source.ReloadAsync(Cancellation);
        return Source.Current;
    }

    public void Dispose()
    {
        Close();
        services.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Close()
    {
        if (TestDatabase.IsPostgres)
        {
            return;
        }

        using var db = Open();
        using var connection = new SqliteConnection(db.Database.GetConnectionString());
        SqliteConnection.ClearPool(connection);
    }
}
