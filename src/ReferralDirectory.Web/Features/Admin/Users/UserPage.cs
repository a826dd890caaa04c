using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Users;

public sealed record UserPage : StaffPage
{
    public required UserLine User { get; init; }

    public required GrantChoices Grants { get; init; }
}
