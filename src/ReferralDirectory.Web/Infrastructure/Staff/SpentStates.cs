using System.Collections.Concurrent;
using ReferralDirectory.Core.Accounts;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What the browser was asked about a passkey is answered once. In memory: an answer is only taken for minutes. Other instances are told.</summary>
public sealed class SpentStates(TimeProvider time, CountedOutbox outbox)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> spent = new(StringComparer.Ordinal);

    /// <param name="state">What was sealed, and not the seal: that can be written in several ways.</param>
    /// <param name="lifetime">After which nobody would take it anyway.</param>
    /// <returns>False where it was spent before.</returns>
    public bool Spend(string state, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        foreach (var (key, until) in spent)
        {
            if (until <= now)
            {
                spent.TryRemove(key, out _);
            }
        }

        var counted = new CountedAttempt(CountedKind.Spent, Key: OneTimeSecret.Hash(state), Until: now + lifetime);
        outbox.Add(counted);
        return Hear(counted);
    }

    /// <summary>Counts what another instance saw.</summary>
    /// <returns>False where it was spent before.</returns>
    public bool Hear(CountedAttempt counted) => spent.TryAdd(counted.Key!, counted.Until!.Value);
}
