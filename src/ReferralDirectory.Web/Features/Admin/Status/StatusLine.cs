using Microsoft.AspNetCore.Html;

namespace ReferralDirectory.Web.Features.Admin.Status;

/// <summary>One thing that is known.</summary>
/// <param name="Label">What.</param>
/// <param name="Value">How it stands with it.</param>
public sealed record StatusLine(string Label, IHtmlContent Value);
