using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;

namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>Marks the words in which two texts differ.</summary>
internal static class WordDifference
{
    public static ImmutableArray<DiffPart> Between(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var parts = ImmutableArray.CreateBuilder<DiffPart>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(DiffPartKind.Same, diff.PiecesOld, at, block.DeleteStartA);
            Add(DiffPartKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(DiffPartKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(DiffPartKind.Same, diff.PiecesOld, at, diff.PiecesOld.Count);
        return parts.ToImmutable();

        void Add(DiffPartKind kind, IReadOnlyList<string> pieces, int from, int to)
        {
            if (from < to)
            {
                parts.Add(new DiffPart(kind, string.Concat(pieces.Skip(from).Take(to - from))));
            }
        }
    }
}
