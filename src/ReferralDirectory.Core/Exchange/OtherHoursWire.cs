using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange;

/// <summary>Days with other hours than the weekly ones, in a file.</summary>
internal sealed record OtherHoursWire
{
    /// <summary>Where they stand: see <see cref="OrganisationWire.Row"/>.</summary>
    [JsonIgnore]
    public int Row { get; init; }

    /// <summary>The first day, as <c>2026-12-31</c>.</summary>
    public required string From { get; init; }

    /// <summary>The last day.</summary>
    public required string To { get; init; }

    /// <summary>Empty means closed.</summary>
    public required ImmutableArray<RangeWire> Hours { get; init; }

    public required ImmutableArray<TextWire> Note { get; init; }
}
