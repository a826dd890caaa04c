using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Safety;

public sealed record SafetyPage : Page;
