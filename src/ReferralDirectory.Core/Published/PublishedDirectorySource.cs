using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// The directory that pages are made from, in memory: a page needs no database, and readers take no lock.
/// </summary>
/// <param name="databases">Where content is.</param>
/// <param name="prepare">Runs on each new directory before anybody sees it: what readers should not wait for.</param>
public sealed class PublishedDirectorySource(IDbContextFactory<DirectoryDb> databases, Action<PublishedDirectory>? prepare = null)
{
    private volatile PublishedDirectory? current;

    /// <summary>What the public sees now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been loaded yet.</exception>
    public PublishedDirectory Current => current ?? throw new InvalidOperationException("The directory is not loaded yet.");

    /// <summary>Reads the database and swaps the result in; where that fails, the previous directory stays.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var next = await PublishedDirectoryReader.ReadAsync(db, cancellationToken);
        prepare?.Invoke(next);
        current = next;
    }
}
