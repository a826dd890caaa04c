namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>Whether a run of words stands before, after, or both.</summary>
public enum DiffPartKind
{
    /// <summary>On both sides.</summary>
    Same,

    /// <summary>Only before.</summary>
    Removed,

    /// <summary>Only after.</summary>
    Added,
}
