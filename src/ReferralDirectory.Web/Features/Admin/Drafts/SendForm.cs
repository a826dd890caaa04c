namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>What is posted with a draft that is sent.</summary>
/// <param name="Version">The version of the draft that was looked at.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="Publish">True for publishing it at once, where nobody else is needed.</param>
public sealed record SendForm(Guid Version, string? Note, bool Publish);
