using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Users;

public sealed record UsersPage : StaffPage
{
    public required IReadOnlyList<UserLine> Users { get; init; }
}
