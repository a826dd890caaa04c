using System.Globalization;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Time zones to choose from.</summary>
public static class TimeZones
{
    private static readonly string[] Regions = ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    private static readonly Lazy<IReadOnlyList<(string Id, string Text)>> All = new(() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones().Where(zone => Regions.Any(region => zone.Id.StartsWith(region, StringComparison.Ordinal)))
            .OrderBy(zone => zone.Id, StringComparer.Ordinal).Select(zone => (zone.Id, $"{zone.Id.Replace('_', ' ')} (UTC{Offset(zone.BaseUtcOffset)})")),
    ]);

    /// <param name="chosen">May be empty, or one that is not in the list.</param>
    /// <param name="none">Text of the answer that chooses none.</param>
    public static IReadOnlyList<Choice> Offer(string chosen, string none) =>
    [
        new Choice("", none, chosen.Length == 0),
        .. chosen.Length > 0 && All.Value.All(zone => zone.Id != chosen) ? [new Choice(chosen, chosen, true)] : Array.Empty<Choice>(),
        .. All.Value.Select(zone => new Choice(zone.Id, zone.Text, zone.Id == chosen)),
    ];

    /// <summary>The one that most entries of a country have; empty where none has any.</summary>
    public static string UsualIn(PublishedCountry? country) =>
        country?.Providers.Select(provider => provider.OpeningHours?.TimeZone).OfType<string>().GroupBy(zone => zone).MaxBy(zones => zones.Count())?.Key ?? "";

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "−" : "+") + offset.ToString(@"h\:mm", CultureInfo.InvariantCulture);
}
