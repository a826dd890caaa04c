using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferralDirectory.Core.Data;

/// <summary>Has EF Core take its connections from a data source.</summary>
internal sealed class PooledConnections(DbDataSource database) : DbConnectionInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(database.CreateConnection());
}
