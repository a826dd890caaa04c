using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Shared;

public sealed record RecoveryCodesPage : StaffPage
{
    /// <summary>Shown this once.</summary>
    public required IReadOnlyList<string> Codes { get; init; }
}
