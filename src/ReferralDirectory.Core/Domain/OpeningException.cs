using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>Days on which other hours than the weekly ones hold.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not before <paramref name="From"/>.</param>
/// <param name="Ranges">The hours of each of these days; empty means closed.</param>
/// <param name="Note">Why, for a reader; null where nothing is said.</param>
public sealed record OpeningException(DateOnly From, DateOnly To, ImmutableArray<OpeningRange> Ranges, LocalisedText? Note)
{
    /// <summary>Characters each language of <see cref="Note"/> may have.</summary>
    public const int NoteMaxLength = 160;

    /// <summary>How a day is written in files, in the database and in forms.</summary>
    public const string DayFormat = "yyyy-MM-dd";
}
