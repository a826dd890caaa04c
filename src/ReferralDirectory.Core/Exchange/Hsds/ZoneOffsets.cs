using System.Collections.Immutable;
using System.Globalization;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>How far some time zones are ahead of UTC.</summary>
/// <param name="zones">IANA names.</param>
internal sealed class ZoneOffsets(ImmutableArray<string> zones)
{
    // Clocks change at a quarter of an hour everywhere: asked again and again, it is looked up once in each.
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private readonly ImmutableArray<TimeZoneInfo> known = [.. zones.Select(name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null).OfType<TimeZoneInfo>()];
    private volatile Told? last;

    /// <param name="utc">The moment.</param>
    public string At(DateTime utc)
    {
        var quarter = utc.Ticks / Quarter.Ticks;
        if (last is not { } told || told.Quarter != quarter)
        {
            last = told = new Told(quarter, string.Join(',', known.Select(zone => zone.GetUtcOffset(utc).TotalMinutes.ToString(CultureInfo.InvariantCulture))));
        }

        return told.Text;
    }

    private sealed record Told(long Quarter, string Text);
}
