namespace ReferralDirectory.Web.Features.Admin.Dashboard;

/// <summary>What waits for somebody.</summary>
/// <param name="Waiting">How many revisions of others they may decide about; null for whoever decides about none.</param>
/// <param name="Drafts">Their own drafts.</param>
/// <param name="Sent">What they sent and nobody has decided about.</param>
/// <param name="Rejected">What was rejected, and they have done nothing about.</param>
/// <param name="TakenDown">Entries that the public does not see.</param>
public sealed record Work(int? Waiting, IReadOnlyList<WorkLine> Drafts, IReadOnlyList<WorkLine> Sent, IReadOnlyList<WorkLine> Rejected, IReadOnlyList<WorkLine> TakenDown)
{
    public bool IsEmpty => Waiting is null or 0 && Drafts.Count + Sent.Count + Rejected.Count == 0;
}
