using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Users;

public sealed record LinkPage : StaffPage
{
    public required string Email { get; init; }

    /// <summary>Shown this once.</summary>
    public required string Address { get; init; }

    public required bool WasSent { get; init; }
}
