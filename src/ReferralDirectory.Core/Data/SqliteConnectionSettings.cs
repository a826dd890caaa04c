using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferralDirectory.Core.Data;

/// <summary>Sets the connections of EF Core: see <see cref="SqlitePragmas"/>.</summary>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SqlitePragmas.Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has nothing to wait for: its driver's asynchronous methods are the others by another name.
        SqlitePragmas.Apply(connection);
        return Task.CompletedTask;
    }
}
