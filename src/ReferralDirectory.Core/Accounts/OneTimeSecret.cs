using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Core.Accounts;

/// <summary>Secrets that a browser or a person keeps and the database only knows by their hash.</summary>
public static class OneTimeSecret
{
    private const int TokenBytes = 32;

    // No I, O, 0, 1: codes are read from paper.
    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int CodeLength = 16;

    /// <summary>A token for a link or a cookie: 256 random bits, safe in an address.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>A recovery code: 80 random bits in four groups, e.g. <c>ABCD-EFGH-JKLM-NPQR</c>.</summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(CodeLetters, CodeLength).Chunk(4).Select(group => new string(group)));

    /// <summary>SHA-256 in hexadecimal; of null, what no secret has: an address that ends in a space holds none.</summary>
    public static string Hash(string? secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? "")));

    /// <summary>A recovery code as it is hashed, however it was typed: with or without hyphens and spaces, in any case.</summary>
    /// <returns>Null where it is no recovery code.</returns>
    public static string? ReadCode(string typed)
    {
        var letters = typed.ToUpperInvariant().Where(char.IsLetterOrDigit).ToArray();
        return letters.Length == CodeLength && letters.All(CodeLetters.Contains)
            ? string.Join('-', letters.Chunk(4).Select(group => new string(group)))
            : null;
    }
}
