namespace ReferralDirectory.Web.Features.Admin.Status;

/// <summary>Something that somebody should do something about.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Next">What to do next.</param>
public sealed record StatusWarning(string What, string Next);
