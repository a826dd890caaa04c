using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>One answer of the list.</summary>
/// <param name="Filter">What was asked.</param>
/// <param name="Results">What was found, the cards of one page.</param>
/// <param name="Pages">Where that page stands.</param>
public sealed record ListAnswer(ProviderFilter Filter, ProviderResults Results, Pagination Pages)
{
    /// <summary>Cards on one page of the list.</summary>
    public const int PageSize = 15;
}
