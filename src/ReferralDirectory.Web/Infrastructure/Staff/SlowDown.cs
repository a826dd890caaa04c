using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Makes guessing slow: after some attempts each further one must wait, twice as long each time, up to a limit that a person can wait.
/// In memory only. An attempt is counted when it begins, so that many at once gain nothing, and given back when it succeeds.
/// </summary>
public sealed class SlowDown(TimeProvider time)
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Attempts on one account that need not wait.</summary>
    public const int FreeForAccount = 5;

    /// <summary>Attempts from one address that need not wait: an office shares one.</summary>
    public const int FreeForAddress = 30;

    private const int MaxEntries = 50_000;

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private byte[] salt = RandomNumberGenerator.GetBytes(32);
    private DateTimeOffset saltSince = time.GetUtcNow();

    /// <summary>Begins an attempt.</summary>
    /// <param name="context">From where.</param>
    /// <param name="account">What is tried; null where only the address counts.</param>
    /// <returns>How long to wait instead; null where it may go on.</returns>
    public TimeSpan? Begin(HttpContext context, string? account)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Tidy(now);
            var address = AddressKey(context, now);
            var wait = Longer(WaitOf(address, now), account is null ? null : WaitOf(account, now));
            if (wait is null)
            {
                Count(address, FreeForAddress, now);
                if (account is not null)
                {
                    Count(account, FreeForAccount, now);
                }
            }

            return wait;
        }
    }

    /// <summary>The attempt succeeded.</summary>
    public void Succeeded(HttpContext context, string? account)
    {
        lock (gate)
        {
            if (account is not null)
            {
                entries.Remove(account);
            }

            if (entries.TryGetValue(AddressKey(context, time.GetUtcNow()), out var entry))
            {
                entry.Attempts--;
            }
        }
    }

    private static TimeSpan? Longer(TimeSpan? a, TimeSpan? b) => a is null || b > a ? b : a;

    private TimeSpan? WaitOf(string key, DateTimeOffset now) => entries.TryGetValue(key, out var entry) && entry.NextAt > now ? entry.NextAt - now : null;

    private void Count(string key, int free, DateTimeOffset now)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            entries[key] = entry = new Entry();
        }

        entry.Attempts++;
        entry.LastAt = now;
        var over = entry.Attempts - free;
        entry.NextAt = over < 0 ? now : now + TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(over, 10))));
    }

    private string AddressKey(HttpContext context, DateTimeOffset now)
    {
        if (now - saltSince >= Forgotten)
        {
            salt = RandomNumberGenerator.GetBytes(32);
            saltSince = now;
        }

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return "address:" + Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(address)));
    }

    private void Tidy(DateTimeOffset now)
    {
        if (entries.Count < MaxEntries)
        {
            return;
        }

        foreach (var (key, _) in entries.Where(entry => now - entry.Value.LastAt >= Forgotten).ToList())
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
