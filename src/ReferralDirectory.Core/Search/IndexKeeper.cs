using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search;

/// <summary>
/// Makes the indexes of one country as it changes. A change to a few providers is searched at once, beside the index of
/// before; the index of the whole is built meanwhile, one at a time, for the newest state.
/// </summary>
internal sealed class IndexKeeper
{
    private readonly Lock gate = new();
    private ProviderIndex? built;
    private (PublishedCountry Country, CountryIndex Index)? waiting;
    private bool isBuilding;

    /// <summary>Ends when nothing is left to build.</summary>
    public Task Building { get; private set; } = Task.CompletedTask;

    /// <summary>Takes as long as building the whole only for the first state, and where much has changed.</summary>
    public CountryIndex Make(PublishedCountry country)
    {
        var before = built;
        if (before is not null && ChangedIndex.Between(before, country) is { } changed)
        {
            var index = new CountryIndex(changed);
            lock (gate)
            {
                waiting = (country, index);
                if (!isBuilding)
                {
                    isBuilding = true;
                    Building = Task.Run(BuildWaiting);
                }
            }

            return index;
        }

        var whole = ProviderIndex.Build(country.Providers);
        lock (gate)
        {
            built = whole;
        }

        return new CountryIndex(whole);
    }

    private void BuildWaiting()
    {
        while (Next() is var (country, index))
        {
            var whole = ProviderIndex.Build(country.Providers);
            index.Replace(whole);
            lock (gate)
            {
                built = whole;
            }
        }
    }

    private (PublishedCountry Country, CountryIndex Index)? Next()
    {
        lock (gate)
        {
            var next = waiting;
            waiting = null;
            isBuilding = next is not null;
            return next;
        }
    }
}
