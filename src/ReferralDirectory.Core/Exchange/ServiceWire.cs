using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange;

/// <summary>One service in a file.</summary>
internal sealed record ServiceWire
{
    /// <summary>Where it stands: see <see cref="OrganisationWire.Row"/>.</summary>
    [JsonIgnore]
    public int Row { get; init; }

    /// <summary>For a new one the id that it shall have, empty for one that follows from what it says; a table takes only those of the entry.</summary>
    public string Id { get; init; } = "";

    /// <summary>Slugs of assistance types.</summary>
    public required ImmutableArray<string> Types { get; init; }

    /// <summary>Slugs of audiences.</summary>
    public required ImmutableArray<string> Audiences { get; init; }

    public required ImmutableArray<TextWire> Description { get; init; }

    public required ImmutableArray<TextWire> Eligibility { get; init; }
}
