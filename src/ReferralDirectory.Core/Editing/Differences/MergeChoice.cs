namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>Whose value a field gets that two persons changed.</summary>
public enum MergeChoice
{
    /// <summary>What is published now.</summary>
    Theirs,

    /// <summary>What the revision says.</summary>
    Mine,
}
