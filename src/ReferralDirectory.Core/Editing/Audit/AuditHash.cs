using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What the chain of audit entries is made of.</summary>
internal static class AuditHash
{
    private const string Format = "audit-1";

    /// <summary>
    /// SHA-256, lower-case hexadecimal, over every field but <see cref="AuditEntry.Hash"/>: each as its length in bytes (32 bits,
    /// most significant first; -1 for null) and its UTF-8, so that no two entries are written alike.
    /// </summary>
    public static string Of(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Format);
        Add(entry.Number.ToString(CultureInfo.InvariantCulture));
        Add(entry.At.Ticks.ToString(CultureInfo.InvariantCulture));
        Add(entry.ActorId?.ToString("D"));
        Add(entry.Action.ToString());
        Add(entry.SubjectKind.ToString());
        Add(entry.SubjectId.ToString("D"));
        Add(entry.RevisionId?.ToString("D"));
        Add(entry.Detail);
        Add(entry.PreviousHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string? field)
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
