using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>What a table holds, in short.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Hash">SHA-256 over all values of all rows in the order of their key, in hexadecimal digits.</param>
public sealed record TableSum(long Rows, string Hash)
{
    /// <summary>The sum of rows as they come; none of them is kept.</summary>
    internal static TableSum Of(MovedTable table, IEnumerable<object?[]> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                Append(hash, row[i] is string document && table.Columns[i].Kind == ColumnKind.Json ? CanonicalJson.Of(document) : row[i]);
            }

            count++;
        }

        return new TableSum(count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // Kind and length come first, so that no two rows come to the same bytes.
    private static void Append(IncrementalHash hash, object? value)
    {
        var (kind, bytes) = value switch
        {
            null => ((byte)'0', []),
            string text => ((byte)'t', Encoding.UTF8.GetBytes(text)),
            byte[] all => ((byte)'b', all),
            long number => ((byte)'n', BitConverter.GetBytes(BitConverter.IsLittleEndian ? number : BinaryPrimitives.ReverseEndianness(number))),
            _ => throw new InvalidCastException(),
        };
        Span<byte> head = stackalloc byte[5];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
