using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>An organisation that helps; on pages, a provider.</summary>
public sealed class Organisation
{
    /// <summary>Characters each language of <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Characters each language of <see cref="PublicAddress"/> may have.</summary>
    public const int PublicAddressMaxLength = 200;

    /// <summary>Languages <see cref="LanguagesSpoken"/> may have.</summary>
    public const int MaxLanguagesSpoken = 40;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The country it works in.</summary>
    public required Guid CountryId { get; init; }

    /// <summary>Where its entry comes from.</summary>
    public required Guid SourceId { get; set; }

    /// <summary>Unique in its country.</summary>
    public required Slug Slug { get; set; }

    /// <summary>The organisation's name.</summary>
    public required LocalisedText Name { get; set; }

    /// <summary>The language in which it names itself.</summary>
    public required LanguageTag OwnLanguage { get; set; }

    /// <summary>Other names and spellings people type; each at most <see cref="SearchWords.WordMaxLength"/> characters.</summary>
    public required ImmutableArray<string> AlsoKnownAs { get; set; }

    /// <summary>Languages in which one is answered, each once; empty means not stated.</summary>
    public ImmutableArray<LanguageTag> LanguagesSpoken { get; set; } = [];

    /// <summary>
    /// Street and house; null unless the organisation agreed that it is published. An address that is not public is not stored.
    /// </summary>
    public LocalisedText? PublicAddress { get; set; }

    /// <summary>When it is open; null means not stated.</summary>
    public OpeningHours? OpeningHours { get; set; }

    /// <summary>When somebody took it down, UTC; null while the public sees it.</summary>
    public DateTime? TakenDown { get; set; }

    /// <summary>A new one with each change, set by the program; empty until the first.</summary>
    public Guid Version { get; set; }

    /// <summary>Where it is, as far as its source states; empty means not stated.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>What it offers.</summary>
    public List<Service> Services { get; } = [];

    /// <summary>How to reach it.</summary>
    public List<ContactPoint> Contacts { get; } = [];
}
