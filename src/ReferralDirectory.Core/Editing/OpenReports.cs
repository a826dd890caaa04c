namespace ReferralDirectory.Core.Editing;

/// <summary>What readers reported of a contact, and nobody has answered by a confirmation.</summary>
/// <param name="NobodyAnswered">How often.</param>
/// <param name="Wrong">How often.</param>
/// <param name="Last">The last day, in UTC.</param>
public sealed record OpenReports(int NobodyAnswered, int Wrong, DateOnly Last);
