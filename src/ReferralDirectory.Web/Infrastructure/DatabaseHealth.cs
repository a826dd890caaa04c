using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealth(DbDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"Countries\"";
        return await command.ExecuteScalarAsync(cancellationToken) is > 0L
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The directory is empty.");
    }
}
