using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReferralDirectory.Web.Infrastructure.Metrics;

/// <summary>
/// What can be measured while the site serves: numbers, by kinds of pages that the program names. Never an address, a query, a word, a header or
/// a visitor. What stands rather than happens is in <see cref="StandingNumbers"/>. Where nobody listens, an instrument costs a look at a flag.
/// </summary>
public sealed class SiteMeter
{
    /// <summary>The meter's name, and the start of its instruments' names.</summary>
    public const string Name = "ReferralDirectory";

    /// <summary>Counts pages rendered to be kept.</summary>
    public const string PagesRendered = "referral_directory.pages.rendered";

    private readonly Histogram<double> requests;
    private readonly Counter<long> kept;
    private readonly Counter<long> rendered;
    private readonly Counter<long> slowed;

    public SiteMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        requests = meter.CreateHistogram("referral_directory.request.duration", "s", "Requests, by route template, method and status.", tags: null, Bounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10));
        Searches = meter.CreateHistogram("referral_directory.search.duration", "s", "Searches among providers.", tags: null, Bounds(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5));
        kept = meter.CreateCounter<long>("referral_directory.pages.kept", "{page}", "Requests answered with a page that was kept.");
        rendered = meter.CreateCounter<long>(PagesRendered, "{page}", "Pages rendered to be kept.");
        slowed = meter.CreateCounter<long>("referral_directory.sign_in.slowed", "{attempt}", "Attempts at the admin door that had to wait.");
    }

    /// <summary>Told how long each search took, in seconds.</summary>
    public Histogram<double> Searches { get; }

    /// <summary>False where nobody would hear of a request.</summary>
    public bool HearsRequests => requests.Enabled;

    /// <summary>A request was answered.</summary>
    /// <param name="method">One that <see cref="RequestKind"/> knows: a method is the sender's own text otherwise.</param>
    /// <param name="route">A template of the program's.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="started">A <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Answered(string method, string route, int status, long started) =>
        requests.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("route", route), new("method", method), new("status", status));

    /// <summary>A page that was kept answered a request.</summary>
    public void Kept() => kept.Add(1);

    /// <summary>A page was rendered to be kept.</summary>
    public void Rendered() => rendered.Add(1);

    /// <summary>Somebody who tries to sign in has to wait.</summary>
    public void Slowed() => slowed.Add(1);

    private static InstrumentAdvice<double> Bounds(params double[] seconds) => new() { HistogramBucketBoundaries = seconds };
}
