using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Core.Data;

/// <summary>Connections to the file, set as EF Core's are, and from the same pool.</summary>
internal sealed class SqliteDataSource(string connectionString) : DbDataSource
{
    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = base.OpenDbConnection();
        return Set(connection);
    }

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        Set(await base.OpenDbConnectionAsync(cancellationToken));

    private static DbConnection Set(DbConnection connection)
    {
        try
        {
            SqlitePragmas.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
