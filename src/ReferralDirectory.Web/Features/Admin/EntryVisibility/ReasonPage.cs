using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryVisibility;

/// <summary>Asks why, before an entry is taken down or brought back.</summary>
public sealed record ReasonPage : StaffPage
{
    public required ShownText EntryName { get; init; }

    /// <summary>Why it was taken down; null where it is not.</summary>
    public TakeDownView? TakenDown { get; init; }

    /// <summary>What happens then.</summary>
    public required IReadOnlyList<string> Consequences { get; init; }

    public required TextField Reason { get; init; }

    public required string Button { get; init; }

    public required string Href { get; init; }

    public required string BackHref { get; init; }

    /// <summary>Where somebody else did it first: how it stands; null while there is something to do. The reason can be copied then.</summary>
    public string? Past { get; init; }

    public IReadOnlyList<FieldError> Errors => [.. Reason.Errors];
}
