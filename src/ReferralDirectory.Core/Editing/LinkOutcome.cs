namespace ReferralDirectory.Core.Editing;

/// <summary>What became of an answer by a link.</summary>
public enum LinkOutcome
{
    /// <summary>It waits for a reviewer.</summary>
    Sent,

    /// <summary>The link is unknown, used, ended or too old, or the entry is not public: nothing was stored.</summary>
    Unusable,

    /// <summary>A correction is no contact of its kind, or something is too long: nothing was stored.</summary>
    Faulty,

    /// <summary>The entry's contacts have changed since the page was opened: nothing was stored.</summary>
    Changed,
}
