using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>A contact, and how it stands with it.</summary>
/// <param name="Contact">As the public sees it.</param>
/// <param name="State">How long ago it was confirmed.</param>
/// <param name="Reports">What readers reported; null for nothing.</param>
public sealed record StaleContact(PublishedContact Contact, FreshnessState State, OpenReports? Reports)
{
    public bool IsShown(FreshnessFilter filter) => filter switch
    {
        FreshnessFilter.All => State != FreshnessState.Fresh || Reports is not null,
        FreshnessFilter.Unconfirmed => State == FreshnessState.Unconfirmed,
        FreshnessFilter.Over30Days => State is FreshnessState.Over30Days or FreshnessState.Over60Days or FreshnessState.Over90Days,
        FreshnessFilter.Over60Days => State is FreshnessState.Over60Days or FreshnessState.Over90Days,
        FreshnessFilter.Over90Days => State == FreshnessState.Over90Days,
        FreshnessFilter.Reported => Reports is not null,
        FreshnessFilter.Lately => State == FreshnessState.Fresh,
    };
}
