using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>The steps of one country.</summary>
public sealed record StepCountry(ShownText Name, IReadOnlyList<StepLine> Steps);
