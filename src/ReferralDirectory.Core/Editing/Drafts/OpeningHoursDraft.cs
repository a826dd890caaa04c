using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What <see cref="OpeningHours"/> say.</summary>
public sealed record OpeningHoursDraft
{
    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>True where one must agree on a time first.</summary>
    public bool IsByAppointment { get; init; }

    /// <summary>A line for each range of each day.</summary>
    public ImmutableArray<WeeklyOpeningDraft> Week { get; init; } = [];

    /// <summary>Days with other hours.</summary>
    public ImmutableArray<OpeningExceptionDraft> Exceptions { get; init; } = [];
}
