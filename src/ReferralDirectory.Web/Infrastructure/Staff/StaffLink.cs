namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What became of a one-time link that somebody asked for.</summary>
/// <param name="Result">Whether it was made.</param>
/// <param name="Token">Of the link; null where none was made.</param>
public readonly record struct StaffLink(AccountResult Result, string? Token = null);
