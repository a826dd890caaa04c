using System.Collections.Immutable;
using System.Data.Common;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// The directory that pages are made from, in memory: a page needs no database, and readers take no lock.
/// </summary>
/// <param name="database">Where content is.</param>
/// <param name="time">For what is true only for a time: a confirmation grows old.</param>
/// <param name="prepare">Runs on each new directory before anybody sees it: what readers should not wait for.</param>
public sealed class PublishedDirectorySource(DbDataSource database, TimeProvider time, Func<PublishedDirectory, Task>? prepare = null) : IDisposable
{
    /// <summary>How often the source looks whether a new day has begun.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private static readonly IReadOnlySet<Guid> Nothing = new HashSet<Guid>();

    // One after the other: of two that read at once, the one that read earlier could be the last to swap its result in.
    private readonly SemaphoreSlim reloading = new(1);

    // Held for as long as one directory takes the place of another.
    private readonly Lock swapping = new();

    // Organisations that are to be gone whatever a reading brings that began before.
    // With each, which time it was that something was taken out.
    private ImmutableDictionary<Guid, long> takenOut = ImmutableDictionary<Guid, long>.Empty;
    private long timesTakenOut;
    private volatile PublishedDirectory? current;
    // The last entry of the audit log that the directory knows of. What came later may be in it, too.
    private long upTo;
    private DateTime freshOn;
    // What changed and is not shown yet: everything, or some organisations.
    private volatile bool owesAll;
    private volatile HashSet<Guid>? owed;
    private ITimer? timer;

    /// <summary>What the public sees now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been loaded yet.</exception>
    public PublishedDirectory Current => current ?? throw new InvalidOperationException("The directory is not loaded yet.");

    /// <summary>When the database was read for it last, UTC.</summary>
    public DateTime ReadAt { get; private set; }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>What is seen until the first reading, where that has to wait.</summary>
    public void StandIn(PublishedDirectory directory) => current = directory;

    /// <summary>What can be read elsewhere is seen until the first reading.</summary>
    /// <param name="reading">Where.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void StandIn(DbDataSource reading, CancellationToken cancellationToken)
    {
        var now = Now;
        current = PublishedDirectoryReader.Read(reading, now, cancellationToken);
        ReadAt = now;
    }

    /// <summary>
    /// The first reading; from then on the directory keeps up with the calendar. Nobody waits for what is prepared: whoever starts
    /// the site prepares it meanwhile.
    /// </summary>
    public void Load(CancellationToken cancellationToken)
    {
        var now = Now;
        upTo = Changes.Number(database, cancellationToken);
        current = PublishedDirectoryReader.Read(database, now, cancellationToken);
        freshOn = (ReadAt = now).Date;
        timer ??= time.CreateTimer(_ => _ = KeepFreshAsync(), null, Look, Look);
    }

    /// <summary>
    /// Reads the database and swaps the result in; where that fails, the previous directory stays, and what should have been read is tried
    /// again each minute, and with every other reading.
    /// </summary>
    public Task ReloadAsync(CancellationToken cancellationToken) => SwapAsync(null, cancellationToken);

    /// <summary>
    /// Reads some organisations and nothing else, so that an edit costs the same however many others there are; otherwise as
    /// <see cref="ReloadAsync(CancellationToken)"/>. Where one of them needs a term, source or country that was not there
    /// before, or where they are hundreds, everything is read.
    /// </summary>
    /// <param name="organisations">Ids of organisations that were changed, added, or taken out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task ReloadAsync(IReadOnlySet<Guid> organisations, CancellationToken cancellationToken) => SwapAsync(organisations, cancellationToken);

    /// <summary>
    /// Takes an organisation out at once, whatever is being read, and then reads it as <see cref="ReloadAsync(IReadOnlySet{Guid}, CancellationToken)"/>
    /// does. Who searches for the first time after that may have to wait until the index is built.
    /// </summary>
    /// <param name="organisation">Its id; it is down in the database already.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task TakeOutAsync(Guid organisation, CancellationToken cancellationToken)
    {
        TakeOut(new HashSet<Guid> { organisation });
        return SwapAsync(Nothing, cancellationToken);
    }

    /// <summary>
    /// Looks whether something was changed since the last reading, by whichever instance of the program. What was taken down is gone when it returns,
    /// whatever is being read. Where nothing was, it asks the database for one number.
    /// </summary>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>True where there is something for <see cref="CatchUpAsync"/>.</returns>
    public bool HasChanged(CancellationToken cancellationToken)
    {
        var since = Interlocked.Read(ref upTo);
        var changes = Changes.Since(database, since, cancellationToken);
        if (!changes.Any && !owesAll && owed is null)
        {
            // Unless somebody read more meanwhile.
            Interlocked.CompareExchange(ref upTo, changes.UpTo, since);
            return false;
        }

        TakeOut(changes.TakenDown);
        return true;
    }

    /// <summary>Reads what was changed since the last reading, by whichever instance of the program.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task CatchUpAsync(CancellationToken cancellationToken) => SwapAsync(Nothing, cancellationToken);

    /// <summary>
    /// On a new day: reads those organisations again of whose contacts it says something that was true yesterday. Pages that were
    /// kept go with the old directory. Where the clock was set back to an earlier day, reads everything: any of it may tell of a day that is to
    /// come. On any day: reads what could not be read when it changed.
    /// </summary>
    public async Task FreshenAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        owesAll |= now.Date < freshOn;
        HashSet<Guid> outdated = now.Date == freshOn ? [] : [.. Current.Countries.SelectMany(country => country.Providers).Where(provider => provider.Contacts.Any(contact => contact.ChangesAt <= now)).Select(provider => provider.Id)];
        if (outdated.Count > 0 || owesAll || owed is not null)
        {
            await ReloadAsync(outdated, cancellationToken);
        }

        freshOn = now.Date;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer?.Dispose();
        reloading.Dispose();
    }

    private async Task KeepFreshAsync()
    {
        try
        {
            await FreshenAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem is DbException or ObjectDisposedException)
        {
            // Whether the database answers is said by its health; the next look is in a minute.
        }
    }

    private void TakeOut(IReadOnlySet<Guid> organisations)
    {
        lock (swapping)
        {
            takenOut = takenOut.SetItems(organisations.Select(id => KeyValuePair.Create(id, ++timesTakenOut)));
            current = Without(Current, organisations);
        }
    }

    private static PublishedDirectory Without(PublishedDirectory directory, IReadOnlySet<Guid> organisations) =>
        organisations.Count == 0 || !directory.Countries.Any(country => country.Providers.Any(provider => organisations.Contains(provider.Id)))
            ? directory
            : directory with { Countries = [.. directory.Countries.Select(country => country.With(organisations, []))] };

    private PublishedDirectory ReadAgain(IReadOnlySet<Guid> organisations, CancellationToken cancellationToken)
    {
        try
        {
            return PublishedDirectoryReader.ReadAgain(database, Current, organisations, Now, cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            return PublishedDirectoryReader.Read(database, Now, cancellationToken);
        }
    }

    /// <param name="organisations">Null for everything.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task SwapAsync(IReadOnlySet<Guid>? organisations, CancellationToken cancellationToken)
    {
        await reloading.WaitAsync(cancellationToken);
        try
        {
            var (known, began) = (takenOut, Now);
            // What is hidden is read as well: somebody may have brought it back since.
            owesAll |= organisations is null;
            owed = [.. owed ?? [], .. organisations ?? Nothing, .. known.Keys];
            // Since it is being read: what others changed.
            var changes = Changes.Since(database, Interlocked.Read(ref upTo), cancellationToken);
            owesAll |= changes.All;
            owed = [.. owed, .. changes.Organisations];
            // Where nothing is, kept pages stay kept.
            if (owesAll || owed.Count > 0)
            {
                var next = owesAll || owed.Count > Chosen.Most ? PublishedDirectoryReader.Read(database, Now, cancellationToken) : ReadAgain(owed, cancellationToken);
                if (prepare is not null)
                {
                    await prepare(next);
                }

                lock (swapping)
                {
                    // What was taken out before the reading began, it knows of.
                    takenOut = takenOut.RemoveRange(known.Where(one => takenOut[one.Key] == one.Value).Select(one => one.Key));
                    current = Without(next, takenOut.Keys.ToHashSet());
                    ReadAt = began;
                }
            }

            (owesAll, owed) = (false, null);
            Interlocked.Exchange(ref upTo, changes.UpTo);
        }
        finally
        {
            reloading.Release();
        }
    }
}
