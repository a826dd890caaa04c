using System.Diagnostics.Metrics;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Infrastructure.Metrics;

/// <summary>
/// Numbers that somebody who listens asks for: how much waits, and how fresh contacts are. The database is asked at most once a minute, and never
/// where nobody listens.
/// </summary>
public sealed class StandingNumbers
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly PublishedDirectorySource source;
    private readonly WorkloadReader workloads;
    private readonly TimeProvider time;
    private readonly Lock asking = new();
    private Workload? workload;
    private DateTimeOffset askAgainAt;

    public StandingNumbers(IMeterFactory meters, PublishedDirectorySource source, WorkloadReader workloads, TimeProvider time)
    {
        (this.source, this.workloads, this.time) = (source, workloads, time);
        var meter = meters.Create(SiteMeter.Name);
        meter.CreateObservableGauge("referral_directory.queue.size", Queues, "{item}", "What waits for staff; reports of readers count from the day after.");
        meter.CreateObservableGauge("referral_directory.contacts", Contacts, "{contact}", "Public contacts, by how long ago they were confirmed.");
    }

    private IEnumerable<Measurement<long>> Queues() => Ask() is not { } waiting ? [] :
    [
        new(waiting.Revisions, new KeyValuePair<string, object?>("queue", "revisions")),
        new(waiting.Imports, new KeyValuePair<string, object?>("queue", "imports")),
        new(waiting.Reports, new KeyValuePair<string, object?>("queue", "reports")),
    ];

    private IEnumerable<Measurement<long>> Contacts()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var states = source.Current.Countries.SelectMany(country => country.Providers).SelectMany(provider => provider.Contacts).CountBy(contact => Freshness.Of(contact.Confirmed?.At, now)).ToDictionary();
        return Enum.GetValues<FreshnessState>().Select(state => new Measurement<long>(states.GetValueOrDefault(state), new KeyValuePair<string, object?>("age", Name(state))));
    }

    private static string Name(FreshnessState state) => state switch
    {
        FreshnessState.Fresh => "30_days_or_less",
        FreshnessState.Over30Days => "over_30_days",
        FreshnessState.Over60Days => "over_60_days",
        FreshnessState.Over90Days => "over_90_days",
        FreshnessState.Unconfirmed => "never_confirmed",
    };

    private Workload? Ask()
    {
        lock (asking)
        {
            if (time.GetUtcNow() >= askAgainAt)
            {
                askAgainAt = time.GetUtcNow() + Interval;
                workload = Read();
            }

            return workload;
        }
    }

    // On a thread of whoever listens. Whether the database answers is said by the site's health.
    private Workload? Read()
    {
        try
        {
            return workloads.ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            return null;
        }
    }
}
