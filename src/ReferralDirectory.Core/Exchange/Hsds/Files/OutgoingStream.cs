using System.Buffers;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>
/// Collects what is written and sends it on when it is asked to wait: an archive writes some of its bytes without waiting, and a
/// server that would have to block for them refuses. It cannot be sought in, so that the archive is written from front to end.
/// </summary>
/// <param name="target">Gets everything; stays open.</param>
internal sealed class OutgoingStream(Stream target) : Stream
{
    private const int SentAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> waiting = new(2 * SentAt);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        waiting.Write(buffer.Span);
        if (waiting.WrittenCount >= SentAt)
        {
            await FlushAsync(cancellationToken);
        }
    }

    // Not what was written without waiting: that would have to block.
    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await target.WriteAsync(waiting.WrittenMemory, cancellationToken);
        waiting.ResetWrittenCount();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
