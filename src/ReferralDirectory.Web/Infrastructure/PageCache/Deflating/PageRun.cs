namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>A part of a text that is compressed already, and what it then repeats of another text.</summary>
/// <param name="Bits">As <see cref="BitWriter"/> takes them.</param>
/// <param name="BitCount">How many.</param>
/// <param name="Length">Bytes that they stand for.</param>
/// <param name="Then">The repetition; of no length at the end of the text. Its literals are in the bits.</param>
internal readonly record struct PageRun(ulong[] Bits, int BitCount, int Length, PageStep Then);
