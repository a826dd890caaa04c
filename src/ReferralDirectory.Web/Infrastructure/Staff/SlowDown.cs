using ReferralDirectory.Web.Infrastructure.Metrics;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Makes guessing slow: after some attempts each further one must wait, twice as long each time, up to a limit that a person can wait.
/// In memory only. An attempt is counted when it begins, so that many at once gain nothing, and given back when it succeeds.
/// </summary>
public sealed class SlowDown(TimeProvider time, SiteMeter meter)
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
        lock (gate)
        {
            var now = time.GetUtcNow();
            Tidy(now);
            var limits = Limits(AddressPrefix + addresses.Of(context, out _), account, device, now);
            TimeSpan? wait = null;
            foreach (var (key, _) in limits)
            {
                wait = Find(key, now) is { } entry && entry.NextAt > now && (wait is null || entry.NextAt - now > wait) ? entry.NextAt - now : wait;
            }

            if (wait is not null)
            {
                meter.Slowed();
            }

            var slowed = wait is null ? limits.Where(limit => Count(limit.Key, limit.Free, now)).Select(limit => limit.Key).ToList() : [];
            return new Attempt([.. limits.Select(limit => limit.Key)], wait, slowed.Exists(key => !key.StartsWith(AddressPrefix, StringComparison.Ordinal)), IsKnown: device is not null);
        }
    }

    /// <summary>The attempt succeeded.</summary>
    public void Succeeded(Attempt attempt)
    {
        lock (gate)
        {
            foreach (var key in attempt.Keys)
            {
                if (!key.StartsWith(AddressPrefix, StringComparison.Ordinal))
                {
                    entries.Remove(key);
                }
                else if (entries.TryGetValue(key, out var entry))
                {
                    // Not forgotten: whoever has an account must not wash their address clean with it.
                    entry.Attempts--;
                }
            }
        }
    }

    // Guesses from one address slow down that address, and not the browsers there that people used before; only those from many
    // addresses slow down everybody who is a stranger. One that has to wait by then counts there no more, however long it goes on.
    private List<(string Key, int Free)> Limits(string address, string? account, string? device, DateTimeOffset now)
    {
        if (device is not null)
        {
            return [(device, FreeForAccount)];
        }

        if (account is null)
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
