namespace ReferralDirectory.Core.Published;

/// <summary>Tables that only say which row goes with which.</summary>
internal static class Links
{
    /// <param name="database">Where they are.</param>
    /// <param name="sql">Selects two columns: the owner and the term, in the order of the terms.</param>
    /// <param name="chosen">What the statement chooses by.</param>
    /// <param name="terms">The terms by id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ByOwner<PublishedTerm> ReadLinks(this Snapshot database, string sql, Chosen chosen, Dictionary<Guid, PublishedTerm> terms, CancellationToken cancellationToken) =>
        new(database.Read(sql, chosen, row => new Of<PublishedTerm>(row.GetGuid(0), terms[row.GetGuid(1)]), cancellationToken));
}
