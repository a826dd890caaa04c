using System.Text.Json.Serialization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange;

/// <summary>One contact in a file.</summary>
internal sealed record ContactWire
{
    /// <summary>Where it stands: see <see cref="OrganisationWire.Row"/>.</summary>
    [JsonIgnore]
    public int Row { get; init; }

    public required ContactKind Kind { get; init; }

    public required string Value { get; init; }
}
