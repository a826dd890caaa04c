using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Tells addresses apart without keeping them: each is a salted hash, in memory only. With a new salt every hour, nobody is known for
/// longer. For one thread at a time.
/// </summary>
public sealed class AddressKeys(TimeProvider time)
{
    /// <summary>How long an address has the same key.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private byte[] salt = RandomNumberGenerator.GetBytes(32);
    private DateTimeOffset since = time.GetUtcNow();

    /// <summary>The key of the address that a request comes from.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isNew">The keys of before are no longer given out.</param>
    public string Of(HttpContext context, out bool isNew)
    {
        var now = time.GetUtcNow();
        isNew = now - since >= Lifetime;
        if (isNew)
        {
            salt = RandomNumberGenerator.GetBytes(32);
            since = now;
        }

        return Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(context.Connection.RemoteIpAddress?.ToString() ?? "")));
    }
}
