using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary>What a list has of each service where no more was asked for.</summary>
public sealed record HsdsModified
{
    /// <summary>The service's own.</summary>
    public required Guid Id { get; init; }

    /// <summary>As <c>last_modified</c>.</summary>
    [JsonConverter(typeof(MillisecondTime))]
    public DateTime? ModifiedDate { get; init; }
}
