using Microsoft.AspNetCore.Html;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Dashboard;

/// <summary>Something to do, or to know of.</summary>
/// <param name="Title">Of what.</param>
/// <param name="What">What sort of thing, or since when.</param>
/// <param name="Reason">Why it was rejected; null where it was not.</param>
/// <param name="Href">Where one goes on with it.</param>
public sealed record WorkLine(ShownText Title, IHtmlContent What, string? Reason, string Href);
