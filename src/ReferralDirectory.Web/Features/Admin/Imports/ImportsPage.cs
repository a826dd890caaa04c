using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>Where files go out and come in.</summary>
public sealed record ImportsPage : StaffPage
{
    /// <summary>What is wrong with what was sent; null where nothing is.</summary>
    public required string? Error { get; init; }

    /// <summary>The reader may write on some entry: otherwise there is nothing to import.</summary>
    public required bool MayImport { get; init; }

    /// <summary>Imports that were begun in the last days: when, how each stands, and where it is shown.</summary>
    public required IReadOnlyList<(Moment At, string State, string Href)> Imports { get; init; }
}
