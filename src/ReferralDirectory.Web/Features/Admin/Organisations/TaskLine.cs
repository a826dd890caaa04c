namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>A line of an entry's list of tasks.</summary>
/// <param name="Title">What is done there.</param>
/// <param name="Href">Where.</param>
/// <param name="State">How far it is, in words.</param>
/// <param name="IsWrong">Something must be changed before it can be sent.</param>
public sealed record TaskLine(string Title, string Href, string State, bool IsWrong);
