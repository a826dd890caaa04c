using System.Collections.Frozen;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>
/// Documents by type and audience of one and the same service: help for children is not help for women of the same
/// organisation.
/// </summary>
internal sealed class ServicePairs
{
    private readonly FrozenDictionary<(int Type, int Audience), DocumentSet> documents;

    private ServicePairs(FrozenDictionary<(int Type, int Audience), DocumentSet> documents) => this.documents = documents;

    /// <param name="pairs">Documents ascending for each pair; a document may come more than once.</param>
    /// <param name="documentCount">How many documents there are.</param>
    public static ServicePairs Of(Dictionary<(int Type, int Audience), List<int>> pairs, int documentCount) =>
        new(pairs.ToFrozenDictionary(pair => pair.Key, pair => DocumentSet.Of([.. pair.Value.Distinct()], documentCount)));

    /// <summary>Null where no service has both.</summary>
    public DocumentSet? Find(int type, int audience) => documents.GetValueOrDefault((type, audience));
}
