namespace ReferralDirectory.Core.Domain;

/// <summary>A country with its own referral mechanism: one folder of <c>data/</c>.</summary>
public sealed class Country
{
    /// <summary>Characters each language of <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Unique among countries.</summary>
    public required Slug Slug { get; set; }

    /// <summary>ISO 3166-1 alpha-2, upper case; numbers without a country code are read as of this country.</summary>
    public required string Code { get; set; }

    /// <summary>The country's name.</summary>
    public required LocalisedText Name { get; set; }

    /// <summary>Whom to call in immediate danger.</summary>
    public List<EmergencyNumber> EmergencyNumbers { get; } = [];

    /// <summary>Where facts of this country come from.</summary>
    public List<Source> Sources { get; } = [];

    /// <summary>Regions and towns.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>The six steps.</summary>
    public List<Step> Steps { get; } = [];

    /// <summary>Who helps there.</summary>
    public List<Organisation> Organisations { get; } = [];
}
