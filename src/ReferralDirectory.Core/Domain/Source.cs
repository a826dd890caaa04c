namespace ReferralDirectory.Core.Domain;

/// <summary>A publication that facts were taken from.</summary>
public sealed class Source
{
    /// <summary>Characters each language of <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 300;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The country it tells about.</summary>
    public required Guid CountryId { get; init; }

    /// <summary>Unique in its country.</summary>
    public required Slug Slug { get; set; }

    /// <summary>What it is, in a sentence or two.</summary>
    public required LocalisedText Name { get; set; }
}
