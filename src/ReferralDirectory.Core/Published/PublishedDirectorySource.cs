using System.Data.Common;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// The directory that pages are made from, in memory: a page needs no database, and readers take no lock.
/// </summary>
/// <param name="database">Where content is.</param>
/// <param name="prepare">Runs on each new directory before anybody sees it: what readers should not wait for.</param>
public sealed class PublishedDirectorySource(DbDataSource database, Func<PublishedDirectory, Task>? prepare = null)
{
    private volatile PublishedDirectory? current;

    /// <summary>What the public sees now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been loaded yet.</exception>
    public PublishedDirectory Current => current ?? throw new InvalidOperationException("The directory is not loaded yet.");

    /// <summary>The first reading. Nobody waits for what is prepared: whoever starts the site prepares it meanwhile.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        current = await PublishedDirectoryReader.ReadAsync(database, cancellationToken);

    /// <summary>Reads the database and swaps the result in; where that fails, the previous directory stays.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        var next = await PublishedDirectoryReader.ReadAsync(database, cancellationToken);
        if (prepare is not null)
        {
            await prepare(next);
        }

        current = next;
    }
}
