using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryVisibility;

/// <summary>Asks why, before an entry is taken down or brought back.</summary>
public sealed record ReasonPage : StaffPage
{
    public required ShownText EntryName { get; init; }

    /// <summary>What happens then.</summary>
    public required IReadOnlyList<string> Consequences { get; init; }

    public required TextField Reason { get; init; }

    public required string Button { get; init; }

    public required string Href { get; init; }

    public required string BackHref { get; init; }

    public IReadOnlyList<FieldError> Errors => [.. Reason.Errors];
}
