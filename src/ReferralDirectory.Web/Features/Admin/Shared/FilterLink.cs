namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>A part of a list, with how much there is in it.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Count">How many.</param>
/// <param name="Href">Where it is shown.</param>
/// <param name="IsCurrent">It is shown now.</param>
/// <param name="Lang">Language of the text; null for the page's.</param>
public sealed record FilterLink(string Text, int Count, string Href, bool IsCurrent, string? Lang = null);
