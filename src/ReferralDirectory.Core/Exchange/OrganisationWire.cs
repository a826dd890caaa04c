using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange;

/// <summary>One organisation as a file says it: with slugs where an entry has ids, so that a person can read and write it.</summary>
internal sealed record OrganisationWire
{
    /// <summary>The format that this program reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Where it begins: the row of a table, counted as spreadsheets count; or its place in a list, from 1.</summary>
    [JsonIgnore]
    public int Row { get; init; }

    /// <summary>What was wrong with the file itself.</summary>
    [JsonIgnore]
    public ImmutableArray<ImportFault> Faults { get; init; } = [];

    /// <summary>What the file that the list was made of says besides, for whoever decides; null where that is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remark { get; init; }

    public required int Format { get; init; }

    /// <summary>Slug of the country.</summary>
    public required string Country { get; init; }

    /// <summary>Its own slug.</summary>
    public required string Organisation { get; init; }

    /// <summary>For a new one the id that it shall have; empty for one that follows from its slug.</summary>
    public string Id { get; init; } = "";

    /// <summary>The version that was exported; empty where that is not known.</summary>
    public string Version { get; init; } = "";

    /// <summary>Slug of the source.</summary>
    public required string Source { get; init; }

    public required ImmutableArray<TextWire> Name { get; init; }

    /// <summary>BCP 47.</summary>
    public required string OwnLanguage { get; init; }

    public required ImmutableArray<string> AlsoKnownAs { get; init; }

    /// <summary>BCP 47 tags.</summary>
    public required ImmutableArray<string> LanguagesSpoken { get; init; }

    public required ImmutableArray<TextWire> Address { get; init; }

    /// <summary>Slugs of places.</summary>
    public required ImmutableArray<string> Places { get; init; }

    /// <summary>Null where they are not stated.</summary>
    public required HoursWire? Hours { get; init; }

    public required ImmutableArray<ServiceWire> Services { get; init; }

    public required ImmutableArray<ContactWire> Contacts { get; init; }
}
