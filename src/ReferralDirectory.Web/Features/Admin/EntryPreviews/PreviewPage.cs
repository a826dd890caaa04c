using ReferralDirectory.Web.Features.Providers;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.EntryPreviews;

/// <summary>A revision of an entry, as the public would see it.</summary>
public sealed record PreviewPage : StaffPage
{
    public required ProviderPage Provider { get; init; }

    /// <summary>Where one came from.</summary>
    public required string BackHref { get; init; }
}
