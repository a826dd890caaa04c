using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>A revision in words: of what, by whom, when, and what became of it.</summary>
public sealed record RevisionView
{
    public required Guid Id { get; init; }

    public required Guid Version { get; init; }

    public required int Number { get; init; }

    /// <summary>What it is about, e.g. "Step text".</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string State { get; init; }

    public required string Origin { get; init; }

    /// <summary>Name of the author.</summary>
    public required string Author { get; init; }

    /// <summary>When it was begun.</summary>
    public required string Created { get; init; }

    /// <summary>When it was sent; null before.</summary>
    public required string? Sent { get; init; }

    /// <summary>Who decided, and when; null before.</summary>
    public required string? Decided { get; init; }

    /// <summary>Why, in the author's words; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Why it was rejected.</summary>
    public required string? Reason { get; init; }

    public required string HistoryHref { get; init; }

    /// <summary>Where it is shown as the public would see it; null where there is no page for that.</summary>
    public required string? PreviewHref { get; init; }

    public static RevisionView From(RevisionSummary revision, IReadOnlyDictionary<Guid, string> names, Texts texts) => new()
    {
        Id = revision.Id,
        Version = revision.Version,
        Number = revision.Number,
        Kind = texts[$"Admin.Kind.{revision.Subject.Kind}"],
        Title = revision.Title,
        State = texts[$"Admin.State.{revision.State}"],
        Origin = texts[revision.BringsBack ? "Admin.Origin.BringsBack" : $"Admin.Origin.{revision.Origin}"],
        Author = revision.Origin == RevisionOrigin.Suggestion ? texts["Admin.Author.Link"] : NameOf(revision.AuthorId, names, texts),
        Created = At(revision.CreatedAt),
        Sent = revision.SubmittedAt is { } sent ? At(sent) : null,
        Decided = revision.DecidedAt is { } decided ? texts["Admin.ByAt", NameOf(revision.DecidedById, names, texts), At(decided)] : null,
        Note = revision.Note,
        Reason = revision.Reason,
        HistoryHref = EditingLinks.History(revision.Subject),
        PreviewHref = revision.Subject.Kind == SubjectKind.Organisation ? EntryLinks.Preview(revision.Id) : null,
    };

    /// <summary>Those whose names it shows.</summary>
    public static IEnumerable<Guid?> PeopleOf(RevisionSummary revision) => [revision.AuthorId, revision.DecidedById, .. revision.Contributors];

    /// <summary>A member of staff; or, for nobody, the program.</summary>
    public static string NameOf(Guid? id, IReadOnlyDictionary<Guid, string> names, Texts texts) =>
        id is not { } person ? texts["Admin.NoAuthor"] : names.GetValueOrDefault(person, texts["Admin.UnknownPerson"]);

    /// <summary>A moment as staff read it; the same for all of them, wherever they are.</summary>
    public static string At(DateTime utc) => utc.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.CurrentCulture);
}
