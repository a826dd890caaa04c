using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Core.Domain;

/// <summary>
/// Identifiers that come out the same each time a country's files are loaded, so that other directories can keep them:
/// name-based UUIDs, version 5 of RFC 9562 (5.5).
/// </summary>
public static class StableId
{
    // A random UUID of our own, drawn once; changing it changes every identifier.
    private static readonly Guid Namespace = new("6f1c1a52-6b7e-4c0c-9d1d-0f3b8f5e7a21");

    /// <param name="path">What the thing is and where it belongs, outermost first, e.g. country, organisation.</param>
    public static Guid Of(params ReadOnlySpan<string> path)
    {
        // The separator cannot occur in a part, so no two paths share a name.
        var name = Encoding.UTF8.GetBytes(string.Join('\u001f', path));
        var bytes = new byte[16 + name.Length];
        Namespace.TryWriteBytes(bytes, bigEndian: true, out _);
        name.CopyTo(bytes, 16);
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 here; nothing is protected by it.
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
