namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>
/// A step of a text into a compressed page: bytes that stand for themselves, then one repetition.
/// </summary>
/// <param name="Literals">Bytes that stand for themselves.</param>
/// <param name="Source">Number of the text that is repeated from, or <see cref="Itself"/>.</param>
/// <param name="Offset">Where in that text the repetition begins.</param>
/// <param name="Length">Bytes that are repeated; 0 at the end of the text.</param>
internal readonly record struct PageStep(int Literals, int Source, int Offset, int Length)
{
    /// <summary>The source of a repetition of what stands before in the same text.</summary>
    public const int Itself = -1;
}
