namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>schedule</c> of the standard: hours of a week by RFC 5545, or days on which they do not hold.</summary>
public sealed record HsdsSchedule
{
    /// <summary>Every week.</summary>
    public const string Weekly = "WEEKLY";

    /// <summary>Stable: made from service and hours.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is open.</summary>
    public required Guid ServiceId { get; init; }

    /// <summary>For an exception: the first day.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>For an exception: the last day.</summary>
    public string? ValidTo { get; init; }

    /// <summary>The first day of the week.</summary>
    public string? Wkst { get; init; }

    /// <summary><c>WEEKLY</c> for hours of a week.</summary>
    public string? Freq { get; init; }

    /// <summary>Days of the week, as <c>MO,TU</c>.</summary>
    public string? Byday { get; init; }

    /// <summary>Time zone, and whether one must agree on a time first; of an exception what it is.</summary>
    public string? Description { get; init; }

    /// <summary>Hours that its time zone is ahead of UTC at this moment.</summary>
    public double? Timezone { get; init; }

    /// <summary>Local time and offset, as <c>09:00+03:00</c>; left out for days that are closed.</summary>
    public string? OpensAt { get; init; }

    /// <summary>As <c>opens_at</c>; not later than <c>opens_at</c> means on the next day.</summary>
    public string? ClosesAt { get; init; }
}
