namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>location</c> of the standard.</summary>
public sealed record HsdsLocation
{
    /// <summary>One can go there.</summary>
    public const string Physical = "physical";

    /// <summary>Stable: made from organisation and place.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>physical</c>.</summary>
    public required string LocationType { get; init; }

    /// <summary>Who is there.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The place: a region or town.</summary>
    public string? Name { get; init; }

    /// <summary>The street; left out unless the organisation agreed that it is published.</summary>
    public IReadOnlyList<HsdsAddress>? Addresses { get; init; }
}
