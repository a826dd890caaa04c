using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>What became of a revision, and what happens next.</summary>
public sealed record DecidedPage : StaffPage
{
    public required string What { get; init; }

    public required string Next { get; init; }

    /// <summary>Where the public sees it; null where it does not, or not on a page of its own.</summary>
    public required string? PublicHref { get; init; }

    public required string HistoryHref { get; init; }

    /// <summary>How many others wait.</summary>
    public required int Waiting { get; init; }

    public static DecidedPage From(RevisionSummary revision, int waiting, Reader reader, Texts texts) => new()
    {
        Title = texts[$"Admin.Decided.{revision.State}"],
        What = texts[$"Admin.Decided.{revision.State}.What", SubjectNames.Of(revision, reader, texts).Text],
        Next = texts[$"Admin.Decided.{revision.State}.Next"],
        PublicHref = revision.State == RevisionState.Published ? PublicPlaces.Of(revision, reader) : null,
        HistoryHref = EditingLinks.History(revision.Subject),
        Waiting = waiting,
    };
}
