using System.Text.Json.Serialization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange;

/// <summary>One contact in a file.</summary>
internal sealed record ContactWire
{
    /// <summary>Where it stands: see <see cref="OrganisationWire.Row"/>.</summary>
    [JsonIgnore]
    public int Row { get; init; }

    /// <summary>For a new one the id that it shall have; null for one that follows from its value, and where the entry has it already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    public required ContactKind Kind { get; init; }

    public required string Value { get; init; }
}
