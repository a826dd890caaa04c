namespace ReferralDirectory.Web.Features.Admin.Status;

/// <summary>What is known of one part of the site.</summary>
/// <param name="Title">The part.</param>
/// <param name="Lines">What is known.</param>
public sealed record StatusPart(string Title, IReadOnlyList<StatusLine> Lines);
