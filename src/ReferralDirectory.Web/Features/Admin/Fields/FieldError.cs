namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>A line of the summary of errors.</summary>
/// <param name="FieldId">Where the line leads.</param>
/// <param name="Text">Which field, and what is wrong with it.</param>
public sealed record FieldError(string FieldId, string Text);
