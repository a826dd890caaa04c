using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>A region or town that a source names.</summary>
public sealed class Place
{
    /// <summary>Characters each language of <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Stands in a filter for organisations whose source states no place; no place may have it as its slug.</summary>
    public static Slug NotStated { get; } = Slug.Parse("not-stated");

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The country it lies in.</summary>
    public required Guid CountryId { get; init; }

    /// <summary>Order in lists, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>Unique in its country.</summary>
    public required Slug Slug { get; set; }

    /// <summary>The place's name.</summary>
    public required LocalisedText Name { get; set; }

    /// <summary>Other names people type.</summary>
    public required ImmutableArray<SearchWords> SearchWords { get; set; }
}
