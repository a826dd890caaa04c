using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ReferralDirectory.Web.Infrastructure.RateLimits;

/// <summary>
/// How often one address may ask in a stretch of time. Addresses are counted in memory alone, as hashes whose salt is thrown away
/// with the stretch: nobody can read from them who asked.
/// </summary>
/// <param name="name">Names it in headers.</param>
/// <param name="most">Requests in a stretch, from 1.</param>
/// <param name="stretch">At most an hour.</param>
/// <param name="time">The clock.</param>
public sealed class RateLimit(string name, int most, TimeSpan stretch, TimeProvider time)
{
    /// <summary>Addresses that are counted each on its own; those that come later share one count.</summary>
    public const int MaxAddresses = 100_000;

    private readonly Lock turning = new();
    private volatile Counts? current;

    /// <summary>Counts a request.</summary>
    public RateLimitState Take(IPAddress? address)
    {
        var now = time.GetUtcNow();
        var counts = CountsAt(now);
        var taken = Interlocked.Increment(ref counts.Of(KeyOf(address, counts.Salt)).Value);
        return new RateLimitState(name, most, stretch, (int)Math.Max(0, most - taken), counts.Since + stretch - now, taken > most);
    }

    // However far, ahead or back, the clock was set meanwhile.
    private bool IsNow(Counts counts, DateTimeOffset now) => (now - counts.Since).Duration() < stretch;

    private Counts CountsAt(DateTimeOffset now)
    {
        if (current is { } still && IsNow(still, now))
        {
            return still;
        }

        lock (turning)
        {
            return current is { } turned && IsNow(turned, now) ? turned : current = new Counts(now);
        }
    }

    private static UInt128 KeyOf(IPAddress? address, byte[] salt)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(salt, AddressKeys.NetworkOf(address), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private sealed class Counts(DateTimeOffset since)
    {
        private readonly ConcurrentDictionary<UInt128, StrongBox<long>> byAddress = new();
        private readonly StrongBox<long> others = new();
        private int known;

        public DateTimeOffset Since { get; } = since;

        public byte[] Salt { get; } = RandomNumberGenerator.GetBytes(32);

        public StrongBox<long> Of(UInt128 address)
        {
            if (byAddress.TryGetValue(address, out var count))
            {
                return count;
            }

            return Interlocked.Increment(ref known) <= MaxAddresses ? byAddress.GetOrAdd(address, _ => new StrongBox<long>()) : others;
        }
    }
}
