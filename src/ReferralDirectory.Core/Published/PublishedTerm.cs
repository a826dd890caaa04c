using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>A term that providers are filtered by: an assistance type, an audience or a place.</summary>
/// <param name="Id">Stable: see <see cref="StableId"/>.</param>
/// <param name="Slug">As in a filter's address.</param>
/// <param name="Name">The term.</param>
/// <param name="Need">For an assistance type: the need in a reader's words. Otherwise the same as <paramref name="Name"/>.</param>
/// <param name="Words">Other words people type, in all languages.</param>
/// <param name="IsOnHome">True for a tile of the home page.</param>
/// <param name="IsHotline">True for the type of lines one can call to talk to somebody.</param>
public sealed record PublishedTerm(
    Guid Id,
    Slug Slug,
    LocalisedText Name,
    LocalisedText Need,
    ImmutableArray<SearchWords> Words,
    bool IsOnHome = false,
    bool IsHotline = false)
{
    /// <summary>When it was last published anew, UTC; null where nothing changed since it was loaded, and for a place.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>A term is itself: there is one object for each in a directory, and comparing all its texts is dear.</summary>
    public bool Equals(PublishedTerm? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
