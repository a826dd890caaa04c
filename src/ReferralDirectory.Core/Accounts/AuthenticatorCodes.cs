using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Core.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds and six digits, which every app can.</summary>
public static class AuthenticatorCodes
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int KeyBytes = 20;

    // A clock may be off by one step either way.
    private const int Tolerance = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret: 160 random bits.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The secret as a person can type it into an app (RFC 4648, 6), without padding.</summary>
    public static string Spell(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        int bits = 0, value = 0;
        foreach (var octet in key)
        {
            value = ((value << 8) | octet) & 0xFFFF;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32[(value >> bits) & 31]);
            }
        }

        return bits > 0 ? text.Append(Base32[(value << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>What an app scans.</summary>
    /// <param name="key">The secret.</param>
    /// <param name="site">Shown in the app.</param>
    /// <param name="account">Shown in the app.</param>
    public static string Address(ReadOnlySpan<byte> key, string site, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(account)}?secret={Spell(key)}&issuer={Uri.EscapeDataString(site)}";

    /// <summary>The code that an app shows at a time.</summary>
    public static string CodeAt(ReadOnlySpan<byte> key, DateTimeOffset time) => CodeOf(key, StepOf(time));

    /// <summary>The step of a code that is right and later than the last one taken.</summary>
    /// <param name="key">The secret.</param>
    /// <param name="code">As typed; spaces do not matter.</param>
    /// <param name="now">The time.</param>
    /// <param name="lastStep">The step of the last code taken.</param>
    /// <returns>Null where the code is wrong or was used.</returns>
    public static long? Check(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long lastStep)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(character => !char.IsWhiteSpace(character))));
        var current = StepOf(now);
        long? found = null;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(CodeOf(key, step))) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    private static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    private static string CodeOf(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and every app use it; a MAC does not suffer from collisions of SHA-1.
        HMACSHA1.HashData(key, message, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
