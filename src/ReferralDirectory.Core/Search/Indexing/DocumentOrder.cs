using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>The order among equal matches: the latest confirmed first, then by slug.</summary>
internal static class DocumentOrder
{
    public static int Compare(Provider one, Provider other)
    {
        var byDay = DayOf(other).CompareTo(DayOf(one));
        return byDay != 0 ? byDay : string.CompareOrdinal(one.Slug.Value, other.Slug.Value);
    }

    /// <summary>The day it was confirmed; before all days where it was not.</summary>
    public static DateTime DayOf(Provider provider) => provider.Confirmed?.At.Date ?? DateTime.MinValue;
}
