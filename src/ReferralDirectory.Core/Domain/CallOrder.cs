namespace ReferralDirectory.Core.Domain;

/// <summary>Which of several numbers one is to call first.</summary>
internal static class CallOrder
{
    /// <summary>The lower, the earlier: hotlines, and among equals what is free.</summary>
    public static int Rank(ContactKind kind, bool isFree) => (kind == ContactKind.Hotline ? 0 : 2) + (isFree ? 0 : 1);
}
