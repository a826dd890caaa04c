using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Users;

public sealed record InvitePage : StaffPage
{
    public required GrantChoices Grants { get; init; }
}
