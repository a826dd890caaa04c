using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;
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

    /// <summary>Why the site is closed; null where it is not.</summary>
    public DatabaseUnusableException? Problem => problem;

    /// <summary>Makes the database ready and loads the directory; to be awaited before the first request.</summary>
    /// <exception cref="ContentFaultException">The database is empty, and the content that would fill it has faults.</exception>
    /// <exception cref="DatabaseUnusableException">The database cannot be used. It may be tried again.</exception>
    /// <exception cref="SettingException">There is no such country.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await database.RunAsync(cancellationToken);
        Load(cancellationToken);
        if (options.Country.Length > 0 && source.Current.FindCountry(options.Country) is null)
        {
            throw SettingsSection.Wrong("Site:Country", $"there is no country '{options.Country}'; there are {string.Join(", ", source.Current.Countries.Select(country => country.Slug))}.");
        }
    }

    /// <summary>Closes the site: from now on it has languages and emergency numbers, and no provider.</summary>
    /// <exception cref="ContentFaultException">Not even these can be read from the content.</exception>
    public void Close(DatabaseUnusableException because)
    {
        source.StandIn(BareDirectory.From(ContentReader.Read(content.Path, time)));
        problem = because;
    }

    /// <summary>Tries again until it succeeds; then the site is open.</summary>
    /// <param name="refused">Is told where the reason has become another.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ContentFaultException">As of <see cref="PrepareAsync"/>.</exception>
    /// <exception cref="SettingException">As of <see cref="PrepareAsync"/>.</exception>
    public async Task OpenAsync(Action<DatabaseUnusableException> refused, CancellationToken cancellationToken)
    {
        while (problem is { } before)
        {
            await Task.Delay(Pause, time, cancellationToken);
            try
            {
                await PrepareAsync(cancellationToken);
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
