using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Ready means that the database answers and can be written to, and that nobody who searches waits: the first answer comes when the index is
/// built. Not the framework's health checks: for two questions they load four libraries and compile thirty methods at each start.
/// </summary>
public sealed class SiteHealth(DatabaseCheck database, PublishedDirectorySource source, ProviderSearch search, SiteStart start)
{
    /// <summary>After so long a database that has not answered counts as one that does not: whoever watches the site wants to know within half a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>Looks at both at once.</summary>
    public async Task<HealthFound> LookAsync(CancellationToken cancellationToken)
    {
        // Not asked: somebody may be putting another database there.
        if (start.Problem is { } closed)
        {
            return new HealthFound(new DatabaseState(closed.Trouble, null, null), IsIndexBuilt: false);
        }

        var index = IsIndexBuiltAsync(cancellationToken);
        var found = await database.AskAsync(Patience, cancellationToken);
        return new HealthFound(found, await index);
    }

    private async Task<bool> IsIndexBuiltAsync(CancellationToken cancellationToken)
    {
        try
        {
            await search.PrepareAsync(source.Current).WaitAsync(cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
