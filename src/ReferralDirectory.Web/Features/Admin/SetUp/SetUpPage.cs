using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.SetUp;

public sealed record SetUpPage : StaffPage
{
    public required NewAuthenticator Authenticator { get; init; }
}
