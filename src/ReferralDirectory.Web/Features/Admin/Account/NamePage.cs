using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Account;

public sealed record NamePage : StaffPage
{
    public required string Name { get; init; }
}
