using System.Collections.Immutable;

namespace ReferralDirectory.Core.Published;

/// <summary>What belongs to whom, in the order it was read.</summary>
/// <remarks>Not a lookup: with ids as keys, the start would have twenty methods of it to compile.</remarks>
internal sealed class ByOwner<TValue>
    where TValue : class
{
    private readonly Dictionary<Guid, List<TValue>> all = [];

    public ByOwner(IEnumerable<Of<TValue>> rows)
    {
        foreach (var row in rows)
        {
            if (!all.TryGetValue(row.Owner, out var values))
            {
                all[row.Owner] = values = [];
            }

            values.Add(row.Value);
        }
    }

    /// <summary>Everybody who owns something.</summary>
    public IReadOnlyCollection<Guid> Owners => all.Keys;

    /// <summary>Empty where nothing belongs to the owner.</summary>
    public ImmutableArray<TValue> this[Guid owner] => all.TryGetValue(owner, out var values) ? [.. values] : [];
}
