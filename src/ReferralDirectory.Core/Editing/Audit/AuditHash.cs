using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What the chain of audit entries, and their seals, are made of.</summary>
internal static class AuditHash
{
    private const string Format = "audit-1";

    /// <summary>Of every field but <see cref="AuditEntry.Hash"/>.</summary>
    public static string Of(AuditEntry entry) => Of(
        Format,
        entry.Number.ToString(CultureInfo.InvariantCulture),
        entry.At.Ticks.ToString(CultureInfo.InvariantCulture),
        entry.ActorId?.ToString("D"),
        entry.Action.ToString(),
        entry.SubjectKind.ToString(),
        entry.SubjectId.ToString("D"),
        entry.RevisionId?.ToString("D"),
        entry.Detail,
        entry.PreviousHash);

    /// <summary>
    /// SHA-256, lower-case hexadecimal, over some fields: each as its length in bytes (32 bits, most significant first; -1 for null) and its
    /// UTF-8, so that no two lists are written alike.
    /// </summary>
    public static string Of(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in fields)
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
