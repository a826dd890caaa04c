using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>What became of a draft, and what happens next.</summary>
public sealed record SentPage : StaffPage
{
    public required string What { get; init; }

    public required string Next { get; init; }

    /// <summary>While it waits: why somebody else must look at it.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>While it waits: what keeps it from being published, such as a term that is gone meanwhile.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Where it is compared with what somebody else published meanwhile; null where nobody did.</summary>
    public required string? ConflictHref { get; init; }

    /// <summary>Why it was rejected, and the way on; null where it was not, or its author has written about the same since.</summary>
    public RejectedView? Rejected { get; init; }

    /// <summary>A note that was typed for it when it was sent already.</summary>
    public IReadOnlyList<TextField> ToCopy { get; init; } = [];

    public required string? PublicHref { get; init; }

    /// <summary>Where it can be taken back; null where that is past.</summary>
    public required string? WithdrawHref { get; init; }

    public required string EditHref { get; init; }

    public required string HistoryHref { get; init; }

    public static SentPage From(RevisionDetails details, FieldNames names, Reader reader, Texts texts)
    {
        var revision = details.Summary;
        var state = details.IsOvertaken ? "Overtaken" : revision.State.ToString();
        return new SentPage
        {
            Title = texts[$"Admin.Sent.{state}"],
            What = texts[$"Admin.Sent.{state}.What", SubjectNames.Of(revision, reader, texts).Text],
            Next = texts[$"Admin.Sent.{state}.Next"],
            Reasons = SecondPersonText.Of(details.Reasons, texts),
            Faults = [.. details.Faults.Select(fault => DraftPages.TextOf(fault, names, texts))],
            ConflictHref = details.IsOvertaken ? EditingLinks.Conflict(revision.Id) : null,
            PublicHref = revision.State == RevisionState.Published ? PublicPlaces.Of(revision, reader) : null,
            WithdrawHref = revision.State == RevisionState.Submitted ? EditingLinks.Withdraw(revision.Id) : null,
            EditHref = EditingLinks.Edit(revision.Subject),
            HistoryHref = EditingLinks.History(revision.Subject),
        };
    }
}
