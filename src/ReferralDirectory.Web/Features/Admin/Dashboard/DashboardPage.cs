using ReferralDirectory.Web.Features.Admin.Freshness;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Dashboard;

public sealed record DashboardPage : StaffPage
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Grants { get; init; }

    public required bool IsAdministrator { get; init; }

    /// <summary>Names of the countries where a reviewer's own change of a number finds nobody to approve it.</summary>
    public required IReadOnlyList<string> ShortOfReviewers { get; init; }

    /// <summary>True where nobody could let the reader in again.</summary>
    public required bool IsOnlyAdministrator { get; init; }

    public required Work Work { get; init; }

    /// <summary>Why what was just tried could not be done, and what to do next; null where nothing was.</summary>
    public required string? Problem { get; init; }

    public required FreshnessSummary Freshness { get; init; }

    /// <summary>How many texts want translating or reading.</summary>
    public required IReadOnlyList<FilterLink> Translations { get; init; }

    /// <summary>When somebody with their password tried codes; null where nobody did.</summary>
    public required Moment? GuessedAt { get; init; }

    public required int RecoveryCodesLeft { get; init; }
}
