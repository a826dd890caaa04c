using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>People whom a service is for.</summary>
public sealed class Audience
{
    /// <summary>Characters each language of <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Order in lists, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>Unique.</summary>
    public required Slug Slug { get; set; }

    /// <summary>Who they are, in words they would use.</summary>
    public required LocalisedText Name { get; set; }

    /// <summary>Other words people type.</summary>
    public required ImmutableArray<SearchWords> SearchWords { get; set; }

    /// <summary>A new one with each change, set by the program; empty until the first.</summary>
    public Guid Version { get; set; }
}
