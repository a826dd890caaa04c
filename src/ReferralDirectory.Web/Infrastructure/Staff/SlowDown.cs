using ReferralDirectory.Web.Infrastructure.Metrics;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Makes guessing slow: after some attempts each further one must wait, twice as long each time, up to a limit that a person can wait.
/// In memory only. An attempt is counted when it begins, so that many at once gain nothing, and given back when it succeeds. Other instances are told.
/// </summary>
public sealed class SlowDown(TimeProvider time, SiteMeter meter, CountedOutbox outbox)
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Attempts on one account, from one address or a known browser, that need not wait.</summary>
    public const int FreeForAccount = 5;

    /// <summary>Attempts on one account, from all addresses together, that need not wait.</summary>
    public const int FreeForAccountFromEverywhere = 50;

    /// <summary>Attempts from one address by strangers that need not wait: an office shares one.</summary>
    public const int FreeForAddress = 30;

    private const int MaxEntries = 50_000;

    private const string AddressPrefix = "address:";

    private static readonly TimeSpan Forgotten = AddressKeys.Lifetime;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly AddressKeys addresses = new(time);

    /// <summary>Begins an attempt.</summary>
    /// <param name="context">From where.</param>
    /// <param name="account">What is tried; null where only the address counts.</param>
    /// <param name="device">A browser known to be the account's; counted apart from everybody else. Null for a stranger.</param>
    public Attempt Begin(HttpContext context, string? account, string? device)
    {
        var begun = new CountedAttempt(CountedKind.Begun, AddressKeys.NetworkOf(context.Connection.RemoteIpAddress), account, device);
        lock (gate)
        {
            var now = time.GetUtcNow();
            Tidy(now);
            var limits = Limits(begun, now);
            TimeSpan? wait = null;
            foreach (var (key, _) in limits)
            {
                wait = Find(key, now) is { } entry && entry.NextAt > now && (wait is null || entry.NextAt - now > wait) ? entry.NextAt - now : wait;
            }

            if (wait is not null)
            {
                meter.Slowed();
                return new Attempt(null, wait, SlowsDown: false, IsKnown: device is not null);
            }

            outbox.Add(begun);
            var slowed = limits.Where(limit => Count(limit.Key, limit.Free, now)).ToList();
            return new Attempt(begun, null, slowed.Exists(limit => !IsAddress(limit.Key)), IsKnown: device is not null);
        }
    }

    /// <summary>The attempt succeeded.</summary>
    public void Succeeded(Attempt attempt)
    {
        if (attempt.Counted is { } begun)
        {
            var succeeded = begun with { Kind = CountedKind.Succeeded };
            outbox.Add(succeeded);
            Hear(succeeded);
        }
    }

    /// <summary>Counts what another instance saw.</summary>
    public void Hear(CountedAttempt counted)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (counted.Kind == CountedKind.Succeeded)
            {
                Forgive(counted);
                return;
            }

            Tidy(now);
            foreach (var (key, free) in Limits(counted, now))
            {
                Count(key, free, now);
            }
        }
    }

    private void Forgive(CountedAttempt counted)
    {
        var address = AddressOf(counted);
        foreach (var key in counted.Device is { } device ? [device] : counted.Key is { } account ? [$"{account}/{address}", account] : Array.Empty<string>())
        {
            entries.Remove(key);
        }

        if (counted.Device is null && entries.TryGetValue(address, out var entry))
        {
            // Not forgotten: whoever has an account must not wash their address clean with it.
            entry.Attempts--;
        }
    }

    private string AddressOf(CountedAttempt counted) => AddressPrefix + addresses.Of(counted.Network ?? [], out _);

    private static bool IsAddress(string key) => key.StartsWith(AddressPrefix, StringComparison.Ordinal);

    // Guesses from one address slow down that address, and not the browsers there that people used before; only those from many
    // addresses slow down everybody who is a stranger. One that has to wait by then counts there no more, however long it goes on.
    private List<(string Key, int Free)> Limits(CountedAttempt counted, DateTimeOffset now)
    {
        if (counted.Device is { } device)
        {
            return [(device, FreeForAccount)];
        }

        var address = AddressOf(counted);
        if (counted.Key is not { } account)
        {
            return [(address, FreeForAddress)];
        }

        var here = $"{account}/{address}";
        return Find(here, now) is { } guesses && guesses.Attempts >= FreeForAccount
            ? [(address, FreeForAddress), (here, FreeForAccount)]
            : [(address, FreeForAddress), (here, FreeForAccount), (account, FreeForAccountFromEverywhere)];
    }

    // Nor does anybody wait for long because the clock was set back.
    private Entry? Find(string key, DateTimeOffset now)
    {
        if (entries.TryGetValue(key, out var entry) && (now - entry.LastAt).Duration() >= Forgotten)
        {
            entries.Remove(key);
            return null;
        }

        return entry;
    }

    // True where the next one must wait.
    private bool Count(string key, int free, DateTimeOffset now)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            entries[key] = entry = new Entry();
        }

        entry.Attempts++;
        entry.LastAt = now;
        var over = entry.Attempts - free;
        entry.NextAt = over < 0 ? now : now + TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(over, 10))));
        return over >= 0;
    }

    private void Tidy(DateTimeOffset now)
    {
        if (entries.Count < MaxEntries)
        {
            return;
        }

        foreach (var (key, _) in entries.Where(entry => (now - entry.Value.LastAt).Duration() >= Forgotten).ToList())
        {
            entries.Remove(key);
        }

        // Somebody fills it on purpose: what waits stays, what is still free goes.
        foreach (var (key, _) in entries.Where(entry => entry.Value.NextAt <= now).Take(entries.Count - (MaxEntries / 2)).ToList())
        {
            entries.Remove(key);
        }
    }

    private sealed class Entry
    {
        public int Attempts { get; set; }

        public DateTimeOffset NextAt { get; set; }

        public DateTimeOffset LastAt { get; set; }
    }
}
