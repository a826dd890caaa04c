using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Account;

public sealed record AuthenticatorPage : StaffPage
{
    public required NewAuthenticator Authenticator { get; init; }
}
