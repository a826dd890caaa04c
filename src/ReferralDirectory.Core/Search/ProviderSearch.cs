using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search;

/// <summary>Finds providers of a country.</summary>
/// <param name="durations">Told how many seconds each <see cref="Find"/> took, and not for what; null where nobody wants to know.</param>
public sealed class ProviderSearch(Histogram<double>? durations = null)
{
    // Goes with the country: a new directory has new countries, and the old ones take their indexes along.
    private readonly ConditionalWeakTable<PublishedCountry, Lazy<Task<CountryIndex>>> indexes = [];
    private readonly ConcurrentDictionary<Guid, IndexKeeper> keepers = new();

    /// <summary>Builds what <see cref="Find"/> needs, one country after the other, so that no reader waits for it.</summary>
    public async Task PrepareAsync(PublishedDirectory directory)
    {
        foreach (var country in directory.Countries)
        {
            await PrepareAsync(country);
        }
    }

    /// <summary>Ends when <see cref="Find"/> needs no waiting in the country: at once, unless the site has only just started.</summary>
    public Task PrepareAsync(PublishedCountry country) => IndexOf(country);

    /// <summary>
    /// Providers that meet every part of the query, best first. Words are met in any language and script, inflected,
    /// begun, or with a slip or two; what had to be dropped is said. Any text is a valid query; the first
    /// <see cref="ProviderQuery.WordsMaxLength"/> characters count.
    /// </summary>
    /// <param name="country">Where to look; where it is not prepared, this takes as long as that does.</param>
    /// <param name="query">What for.</param>
    /// <param name="skip">Hits before the page.</param>
    /// <param name="take">Hits on the page at most.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="skip"/> or <paramref name="take"/> is negative.</exception>
    public ProviderResults Find(PublishedCountry country, ProviderQuery query, int skip = 0, int take = int.MaxValue)
    {
        var started = durations is { Enabled: true } ? Stopwatch.GetTimestamp() : 0;
        var results = IndexOf(country).GetAwaiter().GetResult().Find(query, skip, take);
        if (started != 0)
        {
            durations!.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return results;
    }

    /// <summary>Providers that <see cref="Find"/> finds by words alone, all of them and in its order, without saying why.</summary>
    /// <param name="country">Where to look; where it is not prepared, this takes as long as that does.</param>
    /// <param name="words">As in <see cref="ProviderQuery.Words"/>.</param>
    public ImmutableArray<Provider> FindAll(PublishedCountry country, string words) => IndexOf(country).GetAwaiter().GetResult().FindAll(words);

    /// <summary>
    /// Ends when no index is being built. Nobody who searches needs it: until then a change is searched beside the index of before.
    /// </summary>
    public Task SettleAsync() => Task.WhenAll(keepers.Values.Select(keeper => keeper.Building));

    // Lazy, since the table may ask for the same index twice.
    private Task<CountryIndex> IndexOf(PublishedCountry country) => indexes.TryGetValue(country, out var index)
        ? index.Value
        : indexes.GetValue(country, found => new(() => Task.Run(() => keepers.GetOrAdd(found.Id, _ => new IndexKeeper()).Make(found)))).Value;
}
