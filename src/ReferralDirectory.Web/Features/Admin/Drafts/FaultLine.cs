namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>Something to change before a draft can be sent.</summary>
/// <param name="Text">Which field, and what is wrong with it.</param>
/// <param name="Href">Where it is changed.</param>
public sealed record FaultLine(string Text, string Href);
