using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>The file of an import as a stream: one of its parts is in memory at a time.</summary>
internal sealed class PartStream(DirectoryDb db, Guid importId, int length) : Stream
{
    private byte[] part = [];
    private int number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length)
        {
            return 0;
        }

        var wanted = (int)(Position / ImportPart.MaxLength);
        if (wanted != number)
        {
            (part, number) = (db.ImportParts.AsNoTracking().Single(candidate => candidate.ImportId == importId && candidate.Number == wanted).Content, wanted);
        }

        var rest = part.AsSpan((int)(Position % ImportPart.MaxLength));
        var read = Math.Min(rest.Length, buffer.Length);
        rest[..read].CopyTo(buffer);
        Position += read;
        return read;
    }

    // SQLite has nothing to wait for.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
