using System.Text;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange;

/// <summary>Opens a file as text: UTF-8, or UTF-16 with a byte order mark.</summary>
internal static class TextFile
{
    /// <summary>A reader that refuses what is not in that encoding with <see cref="DecoderFallbackException"/>.</summary>
    public static StreamReader Open(Stream stream) => new(stream, EncodingOf(stream), detectEncodingFromByteOrderMarks: false, leaveOpen: true);

    /// <exception cref="FileFaultException">It is no text.</exception>
    public static async Task<char> FirstCharacterAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[512];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        if (length == 0)
        {
            throw new FileFaultException(ImportFileFault.Empty);
        }

        var encoding = EncodingOf(stream);
        // Workbooks, archives, pictures: none of them lacks a zero byte or a control character in its first bytes.
        if (encoding is UTF8Encoding && head.AsSpan(0, length).IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            throw new FileFaultException(ImportFileFault.NotText);
        }

        using var reader = Open(stream);
        var buffer = new char[512];
        try
        {
            var read = await reader.ReadAsync(buffer, cancellationToken);
            return buffer.AsSpan(0, read).TrimStart() is [var first, ..] ? first : throw new FileFaultException(ImportFileFault.Empty);
        }
        catch (DecoderFallbackException)
        {
            throw new FileFaultException(ImportFileFault.NotUnicode);
        }
        finally
        {
            stream.Position = 0;
        }
    }

    // Looks at its start, and leaves the stream after the mark.
    private static Encoding EncodingOf(Stream stream)
    {
        Span<byte> head = stackalloc byte[3];
        stream.Position = 0;
        var length = stream.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        var (encoding, mark) = head[..length] switch
        {
            [0xFF, 0xFE, ..] => ((Encoding)new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            [0xEF, 0xBB, 0xBF] => (new UTF8Encoding(false, throwOnInvalidBytes: true), 3),
            _ => (new UTF8Encoding(false, throwOnInvalidBytes: true), 0),
        };
        stream.Position = mark;
        return encoding;
    }
}
