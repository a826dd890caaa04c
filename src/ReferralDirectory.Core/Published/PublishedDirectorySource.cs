using System.Data.Common;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// The directory that pages are made from, in memory: a page needs no database, and readers take no lock.
/// </summary>
/// <param name="database">Where content is.</param>
/// <param name="prepare">Runs on each new directory before anybody sees it: what readers should not wait for.</param>
public sealed class PublishedDirectorySource(DbDataSource database, Func<PublishedDirectory, Task>? prepare = null) : IDisposable
{
    // One after the other: of two that read at once, the one that read earlier could be the last to swap its result in.
    private readonly SemaphoreSlim reloading = new(1);
    private volatile PublishedDirectory? current;

    /// <summary>What the public sees now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been loaded yet.</exception>
    public PublishedDirectory Current => current ?? throw new InvalidOperationException("The directory is not loaded yet.");

    /// <summary>The first reading. Nobody waits for what is prepared: whoever starts the site prepares it meanwhile.</summary>
    public void Load(CancellationToken cancellationToken) => current = PublishedDirectoryReader.Read(database, cancellationToken);

    /// <summary>Reads the database and swaps the result in; where that fails, the previous directory stays.</summary>
    public Task ReloadAsync(CancellationToken cancellationToken) =>
        SwapAsync(() => PublishedDirectoryReader.Read(database, cancellationToken), cancellationToken);

    /// <summary>
    /// Reads some organisations and nothing else, so that an edit costs the same however many others there are; otherwise as
    /// <see cref="ReloadAsync(CancellationToken)"/>. Where one of them needs a term, source or country that was not there
    /// before, or where they are hundreds, everything is read.
    /// </summary>
    /// <param name="organisations">Ids of organisations that were changed, added, or taken out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task ReloadAsync(IReadOnlySet<Guid> organisations, CancellationToken cancellationToken) => organisations.Count > Chosen.Most
        ? ReloadAsync(cancellationToken)
        : SwapAsync(() => ReadAgain(organisations, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => reloading.Dispose();

    private PublishedDirectory ReadAgain(IReadOnlySet<Guid> organisations, CancellationToken cancellationToken)
    {
        try
        {
            return PublishedDirectoryReader.ReadAgain(database, Current, organisations, cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            return PublishedDirectoryReader.Read(database, cancellationToken);
        }
    }

    private async Task SwapAsync(Func<PublishedDirectory> read, CancellationToken cancellationToken)
    {
        await reloading.WaitAsync(cancellationToken);
        try
        {
            var next = read();
            if (prepare is not null)
            {
                await prepare(next);
            }

            current = next;
        }
        finally
        {
            reloading.Release();
        }
    }
}
