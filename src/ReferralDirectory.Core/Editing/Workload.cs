namespace ReferralDirectory.Core.Editing;

/// <summary>What waits, and when somebody was last done with something.</summary>
/// <param name="Revisions">That wait for review.</param>
/// <param name="Imports">That were begun, and are neither handed in nor given up.</param>
/// <param name="Reports">What readers said of contacts that nobody has answered; of days before today only, see <see cref="WorkloadReader"/>.</param>
/// <param name="LastPublishedAt">UTC; null where nothing was published yet.</param>
public sealed record Workload(int Revisions, int Imports, int Reports, DateTime? LastPublishedAt);
