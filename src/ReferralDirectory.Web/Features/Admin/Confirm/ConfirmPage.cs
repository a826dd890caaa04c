using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Confirm;

public sealed record ConfirmPage : StaffPage
{
    public required string ReturnUrl { get; init; }

    public required bool HasPasskey { get; init; }
}
