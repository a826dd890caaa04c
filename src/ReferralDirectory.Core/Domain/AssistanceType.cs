using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>A kind of help: a term of the site's taxonomy.</summary>
public sealed class AssistanceType
{
    /// <summary>Characters each language of <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Characters each language of <see cref="Need"/> may have.</summary>
    public const int NeedMaxLength = 60;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Order in lists, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>Unique.</summary>
    public required Slug Slug { get; set; }

    /// <summary>The professional term.</summary>
    public required LocalisedText Name { get; set; }

    /// <summary>The need in a reader's words.</summary>
    public required LocalisedText Need { get; set; }

    /// <summary>Everyday words that lead to it.</summary>
    public required ImmutableArray<SearchWords> SearchWords { get; set; }

    /// <summary>True where the home page shows it as a tile.</summary>
    public required bool IsOnHome { get; set; }

    /// <summary>True for a line one can call to talk to somebody now.</summary>
    public required bool IsHotline { get; set; }

    /// <summary>A new one with each change, set by the program; empty until the first.</summary>
    public Guid Version { get; set; }
}
