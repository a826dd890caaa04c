namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>What became of a field.</summary>
public enum DifferenceKind
{
    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>A service or contact stands elsewhere in its list.</summary>
    Moved,
}
