using System.Collections.Immutable;

namespace ReferralDirectory.Core.Exchange;

/// <summary>Opening hours in a file.</summary>
internal sealed record HoursWire
{
    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    public required bool ByAppointment { get; init; }

    public required ImmutableArray<DayWire> Week { get; init; }

    public required ImmutableArray<OtherHoursWire> OtherDays { get; init; }
}
