using System.Data.Common;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Ready means that the database answers, and that nobody who searches waits: the first answer comes when the index is built. Not the
/// framework's health checks: for two questions they load four libraries and compile thirty methods at each start.
/// </summary>
public sealed class SiteHealth(DbDataSource database, PublishedDirectorySource source, ProviderSearch search)
{
    /// <summary>False where the directory is empty.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await search.PrepareAsync(source.Current).WaitAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"Countries\"";
        return await command.ExecuteScalarAsync(cancellationToken) is > 0L;
    }
}
