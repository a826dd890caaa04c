using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>address</c> of the standard. The standard requires parts that we do not know: they are empty.</summary>
public sealed record HsdsAddress
{
    /// <summary>Stable: made from the location.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it is.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>Street and house.</summary>
    [JsonPropertyName("address_1")]
    public required string Address1 { get; init; }

    /// <summary>The place, where it has one and no other; else empty.</summary>
    public required string City { get; init; }

    /// <summary>Not known: empty.</summary>
    public required string StateProvince { get; init; }

    /// <summary>Not known: empty.</summary>
    public required string PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary><c>physical</c>.</summary>
    public required string AddressType { get; init; }
}
