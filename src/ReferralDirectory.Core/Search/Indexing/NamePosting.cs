namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>
/// A document with a term in its names, and how much of a name that term is: "Maria" means «Мария» before a name of
/// eight words that Maria is one of.
/// </summary>
internal static class NamePosting
{
    /// <summary>Classes of name length: one word, two, three, four or five, more.</summary>
    public const int Lengths = 5;

    private const int LengthBits = 3;

    /// <param name="document">The document.</param>
    /// <param name="words">Words of the shortest name that has the term.</param>
    public static int Of(int document, int words) => (document << LengthBits) | words switch
    {
        <= 3 => words - 1,
        <= 5 => 3,
        _ => 4,
    };

    public static int DocumentOf(int posting) => posting >> LengthBits;

    public static int LengthOf(int posting) => posting & ((1 << LengthBits) - 1);
}
