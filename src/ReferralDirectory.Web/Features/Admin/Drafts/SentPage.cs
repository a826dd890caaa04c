using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>What became of a draft, and what happens next.</summary>
public sealed record SentPage : StaffPage
{
    public required string What { get; init; }

    public required string Next { get; init; }

    /// <summary>Why it was rejected, and the way on; null where it was not, or its author has written about the same since.</summary>
    public RejectedView? Rejected { get; init; }

    public required string? PublicHref { get; init; }

    /// <summary>Where it can be taken back; null where that is past.</summary>
    public required string? WithdrawHref { get; init; }

    public required string EditHref { get; init; }

    public required string HistoryHref { get; init; }

    public static SentPage From(RevisionSummary revision, Reader reader, Texts texts) => new()
    {
        Title = texts[$"Admin.Sent.{revision.State}"],
        What = texts[$"Admin.Sent.{revision.State}.What", SubjectNames.Of(revision, reader, texts).Text],
        Next = texts[$"Admin.Sent.{revision.State}.Next"],
        PublicHref = revision.State == RevisionState.Published ? PublicPlaces.Of(revision, reader) : null,
        WithdrawHref = revision.State == RevisionState.Submitted ? EditingLinks.Withdraw(revision.Id) : null,
        EditHref = EditingLinks.Edit(revision.Subject),
        HistoryHref = EditingLinks.History(revision.Subject),
    };
}
