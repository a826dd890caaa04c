namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>service_at_location</c> of the standard.</summary>
public sealed record HsdsServiceAtLocation
{
    /// <summary>Stable: made from service and location.</summary>
    public required Guid Id { get; init; }

    /// <summary>What.</summary>
    public required Guid ServiceId { get; init; }

    /// <summary>Where.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>Where.</summary>
    public HsdsLocation? Location { get; init; }

    /// <summary>What.</summary>
    public HsdsService? Service { get; init; }

    /// <summary>As of the service.</summary>
    public IReadOnlyList<HsdsServiceArea>? ServiceAreas { get; init; }

    /// <summary>As of the service.</summary>
    public IReadOnlyList<HsdsPhone>? Phones { get; init; }

    /// <summary>As of the service.</summary>
    public IReadOnlyList<HsdsSchedule>? Schedules { get; init; }
}
