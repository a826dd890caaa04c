namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>service_area</c> of the standard.</summary>
public sealed record HsdsServiceArea
{
    /// <summary>Stable: made from service and place.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is offered.</summary>
    public required Guid ServiceId { get; init; }

    /// <summary>A region or town.</summary>
    public required string Name { get; init; }
}
