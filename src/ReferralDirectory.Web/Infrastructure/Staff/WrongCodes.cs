namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Ends guessing at the codes of an authenticator app: after ten wrong ones in a row the password is asked for again, and the next ten
/// must wait, twice as long each time. <see cref="SlowDown"/> alone would let a patient guesser try a thousand a day. In memory only. Other instances
/// are told.
/// </summary>
/// <remarks>
/// Only who has the password comes so far. What keeps them waiting keeps the real person waiting on a browser that is new to the site, so
/// there is always another way for them: a browser they used before is counted apart, and a recovery code or a passkey, which nobody
/// guesses, does not wait for this. A new password begins anew.
/// </remarks>
public sealed class WrongCodes(TimeProvider time, CountedOutbox outbox)
{
    /// <summary>Wrong codes that end the way in.</summary>
    public const int InARow = 10;

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset NextAt, DateTimeOffset LastAt)> rows = new(StringComparer.Ordinal);

    /// <summary>Counts a code before it is looked at, so that many at once gain nothing.</summary>
    /// <param name="key">Whose codes, or on which known browser.</param>
    /// <returns>How long to wait instead, if it is too soon; and whether, should it be wrong, it is the last before the password.</returns>
    public (TimeSpan? Wait, bool IsLast) Begin(string key)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            // Nor does anybody wait for long because the clock was set back.
            foreach (var (old, _) in rows.Where(row => (now - row.Value.LastAt).Duration() >= Forgotten).ToList())
            {
                rows.Remove(old);
            }

            if (rows.GetValueOrDefault(key).NextAt is var nextAt && nextAt > now)
            {
                return (nextAt - now, false);
            }

            outbox.Add(new CountedAttempt(CountedKind.Code, Key: key));
            return (null, Count(key, now));
        }
    }

    /// <summary>The code was right.</summary>
    public void Right(string key)
    {
        outbox.Add(new CountedAttempt(CountedKind.RightCode, Key: key));
        lock (gate)
        {
            rows.Remove(key);
        }
    }

    /// <summary>Counts what another instance saw.</summary>
    public void Hear(CountedAttempt counted)
    {
        lock (gate)
        {
            if (counted.Kind == CountedKind.RightCode)
            {
                rows.Remove(counted.Key!);
            }
            else
            {
                Count(counted.Key!, time.GetUtcNow());
            }
        }
    }

    // True where it is the last before the password.
    private bool Count(string key, DateTimeOffset now)
    {
        var count = rows.GetValueOrDefault(key).Count + 1;
        var isLast = count % InARow == 0;
        rows[key] = (count, isLast ? now + WaitAfter(count / InARow) : now, now);
        return isLast;
    }

    private static TimeSpan WaitAfter(int tens) => TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, Math.Pow(2, Math.Min(tens - 1, 10))));
}
