namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>Something that is not as the audit log says.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Name">Which.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Fields">Where; may be empty.</param>
/// <param name="HistoryHref">What was published; null where there is no history.</param>
public sealed record ContentLine(string Kind, string Name, string What, string Fields, string? HistoryHref);
