namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>A part of a text that is compressed already, and what it then repeats of another text.</summary>
/// <param name="From">The element its bits begin at, as <see cref="BitWriter"/> takes them.</param>
/// <param name="BitCount">How many bits.</param>
/// <param name="Length">Bytes that they stand for.</param>
/// <param name="Then">The repetition; of no length at the end of the text. Its literals are in the bits.</param>
internal readonly record struct PageRun(int From, int BitCount, int Length, PageStep Then);
