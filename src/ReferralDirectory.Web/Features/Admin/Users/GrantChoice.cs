namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>One role that can be ticked.</summary>
/// <param name="Value">Of the field.</param>
/// <param name="Label">What is read.</param>
/// <param name="IsChosen">As it stands.</param>
public sealed record GrantChoice(string Value, string Label, bool IsChosen);
