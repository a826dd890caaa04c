using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Makes the site ready. Where its database cannot be used, the site is closed: it listens, and says what is wrong, until the database can be used.
/// </summary>
public sealed class SiteStart(DatabaseStartup database, DatabasePlace place, PublishedDirectorySource source, SiteOptions options, ContentFolder content, TimeProvider time)
{
    /// <summary>How long a closed site waits before it tries again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private volatile DatabaseUnusableException? problem;
    private volatile PublishedDirectory? bare;

    /// <summary>Why the site is closed; null where it is not.</summary>
    public DatabaseUnusableException? Problem => problem;

    /// <summary>Makes the database ready and loads the directory; to be awaited before the first request.</summary>
    /// <exception cref="ContentFaultException">The database is empty, and the content that would fill it has faults.</exception>
    /// <exception cref="DatabaseUnusableException">The database cannot be used. It may be tried again.</exception>
    /// <exception cref="SettingException">There is no such country.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => PrepareAsync(mayFill: true, cancellationToken);

    /// <summary>False while the site is closed for readers as well.</summary>
    public bool ShowsPages => bare is null || problem is null;

    /// <summary>
    /// Closes the site. Where the database can be read and not written, it is closed for staff, and readers see all there is; otherwise from now on it has
    /// languages and emergency numbers, and no provider.
    /// </summary>
    public void Close(DatabaseUnusableException because)
    {
        if (because.Trouble is not (DatabaseTrouble.ReadOnly or DatabaseTrouble.DiskFull) || !TryRead())
        {
            source.StandIn(bare = ReadBare());
        }

        problem = because;
    }

    /// <summary>True for a request that took its directory while the site was closed for readers.</summary>
    public bool IsClosedFor(PublishedDirectory directory) => !ShowsPages || ReferenceEquals(directory, bare);

    /// <summary>
    /// Tries again until it succeeds; then the site is open. A database that is missing by now is not made: somebody may be about to put one there.
    /// </summary>
    /// <param name="refused">Is told where the reason has become another.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SettingException">As of <see cref="PrepareAsync(CancellationToken)"/>.</exception>
    public async Task OpenAsync(Action<DatabaseUnusableException> refused, CancellationToken cancellationToken)
    {
        while (problem is { } before)
        {
            await Task.Delay(Pause, time, cancellationToken);
            try
            {
                await PrepareAsync(mayFill: false, cancellationToken);
                problem = null;
            }
            catch (DatabaseUnusableException now)
            {
                problem = now;
                if (now.Message != before.Message)
                {
                    refused(now);
                }
            }
        }
    }

    private async Task PrepareAsync(bool mayFill, CancellationToken cancellationToken)
    {
        await database.RunAsync(mayFill, cancellationToken);
        Load(cancellationToken);
        if (options.Country.Length > 0 && source.Current.FindCountry(options.Country) is null)
        {
            throw SettingsSection.Wrong("Site:Country", $"there is no country '{options.Country}'; there are {string.Join(", ", source.Current.Countries.Select(country => country.Slug))}.");
        }
    }

    private bool TryRead()
    {
        try
        {
            if (database.OpenToRead() is not { } reading)
            {
                return false;
            }

            source.StandIn(reading, CancellationToken.None);
            return true;
        }
        catch (Exception)
        {
            // Whatever it is: it cannot be read either.
            return false;
        }
    }

    private PublishedDirectory ReadBare()
    {
        try
        {
            var files = ContentReader.Read(content.Path, time);
            return BareDirectory.From(files.Languages, files.Countries);
        }
        catch (Exception problem) when (problem is ContentFaultException or IOException or UnauthorizedAccessException)
        {
            // They are not what is wrong: a database that is there does not need them.
            return BareDirectory.Nothing(Slug.TryParse(options.Country, out var country) ? country : Slug.Parse("directory"));
        }
    }

    private void Load(CancellationToken cancellationToken)
    {
        try
        {
            source.Load(cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            database.LetGo();
            // Whatever it is: something in it is not as this program writes it. What it says of that may be what stands there.
            throw place.Refusal(unreadable) ?? place.Unusable($"what is in it cannot be read as a directory ({unreadable.GetType().Name})", DatabaseTrouble.Damaged, unreadable);
        }
    }
}
