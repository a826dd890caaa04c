using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Core.Tests.Search;

/// <summary>The site's own organisations and a thousand made-up ones, read once for all tests.</summary>
internal static class SampleSearch
{
    private static readonly ProviderSearch Search = new();
    private static readonly Lazy<PublishedDirectory> RealDirectory = new(SampleContent.Real);
    private static readonly Lazy<PublishedDirectory> GeneratedDirectory = new(() => SampleContent.Generated(1000));

    public static PublishedDirectory Real => RealDirectory.Value;

    public static PublishedDirectory Generated => GeneratedDirectory.Value;

    public static ProviderResults Find(this PublishedDirectory directory, ProviderQuery query, int skip = 0, int take = int.MaxValue) =>
        Search.Find(directory.Countries[0], query, skip, take);

    public static ProviderResults Find(this PublishedDirectory directory, string words) => directory.Find(new ProviderQuery(words));

    public static IEnumerable<Provider> FindAll(PublishedDirectory directory, string words) => Search.FindAll(directory.Countries[0], words);

    public static bool Finds(this PublishedDirectory directory, string words, Provider provider) =>
        directory.Find(words).Hits.Any(hit => hit.Provider == provider);

    public static IEnumerable<string> Slugs(this ProviderResults results) => results.Hits.Select(hit => hit.Provider.Slug.Value);
}
