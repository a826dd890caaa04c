namespace ReferralDirectory.Core.Domain;

/// <summary>How long ago a contact was last confirmed; the later, the worse. See <see cref="Freshness"/>.</summary>
public enum FreshnessState
{
    /// <summary>At most 30 days ago.</summary>
    Fresh,

    /// <summary>More than 30 days ago.</summary>
    Over30Days,

    /// <summary>More than 60 days ago.</summary>
    Over60Days,

    /// <summary>More than 90 days ago: the public is told.</summary>
    Over90Days,

    /// <summary>Never: it stands as it was published, and nobody has confirmed it.</summary>
    Unconfirmed,
}
