namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>Which contacts the queue shows.</summary>
public enum FreshnessFilter
{
    /// <summary>Everything but what was confirmed lately and is not reported.</summary>
    All,

    /// <summary>Never confirmed.</summary>
    Unconfirmed,

    /// <summary>Confirmed more than 30 days ago.</summary>
    Over30Days,

    /// <summary>Confirmed more than 60 days ago.</summary>
    Over60Days,

    /// <summary>Confirmed more than 90 days ago.</summary>
    Over90Days,

    /// <summary>Readers reported it.</summary>
    Reported,

    /// <summary>Confirmed at most 30 days ago: here a confirmation is taken back.</summary>
    Lately,
}
