using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Tells addresses apart without keeping them: each is a salted hash, in memory only. With a new salt every hour, nobody is known for
/// longer. Of an IPv6 address the first half counts: the other half is its owner's to choose, anew for each request. For one thread at a
/// time.
/// </summary>
public sealed class AddressKeys(TimeProvider time)
{
    /// <summary>How long an address has the same key.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private byte[] salt = RandomNumberGenerator.GetBytes(32);
    private DateTimeOffset since = time.GetUtcNow();

    /// <summary>The key of an address, by <see cref="NetworkOf"/>.</summary>
    /// <param name="network">The address.</param>
    /// <param name="isNew">The keys of before are no longer given out.</param>
    public string Of(byte[] network, out bool isNew)
    {
        var now = time.GetUtcNow();
        // A clock that is set back must not make it longer.
        isNew = (now - since).Duration() >= Lifetime;
        if (isNew)
        {
            salt = RandomNumberGenerator.GetBytes(32);
            since = now;
        }

        return Convert.ToHexString(HMACSHA256.HashData(salt, network));
    }

    /// <summary>What one holder of addresses has in common: whoever has one of IPv6 has at least 2^64 of them.</summary>
    public static byte[] NetworkOf(IPAddress? address) => address switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().GetAddressBytes(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => address.GetAddressBytes()[..8],
        _ => address.GetAddressBytes(),
    };
}
