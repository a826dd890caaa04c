using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Ready means that nobody who searches waits: the first answer comes when the index is built.</summary>
internal sealed class SearchHealth(PublishedDirectorySource source, ProviderSearch search) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await search.PrepareAsync(source.Current).WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
