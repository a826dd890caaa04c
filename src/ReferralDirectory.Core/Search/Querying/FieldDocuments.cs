namespace ReferralDirectory.Core.Search.Querying;

/// <summary>Documents that have a word in one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Sets">Together they are the documents.</param>
internal sealed record FieldDocuments(MatchedField Field, List<ulong[]> Sets)
{
    /// <summary>One element of the set of documents.</summary>
    public ulong In(int element)
    {
        var here = 0UL;
        foreach (var set in Sets)
        {
            here |= set[element];
        }

        return here;
    }
}
