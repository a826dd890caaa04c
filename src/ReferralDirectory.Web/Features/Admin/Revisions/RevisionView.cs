using Microsoft.AspNetCore.Html;
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

    public required ShownText Title { get; init; }

    public required string State { get; init; }

    public required string Origin { get; init; }

    /// <summary>Name of the author.</summary>
    public required string Author { get; init; }

    /// <summary>When it was begun.</summary>
    public required Moment Created { get; init; }

    /// <summary>When it was sent; null before.</summary>
    public required Moment? Sent { get; init; }

    /// <summary>Who decided, and when; null before.</summary>
    public required IHtmlContent? Decided { get; init; }

    /// <summary>Why, in the author's words; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Why it was rejected.</summary>
    public required string? Reason { get; init; }

    public required string HistoryHref { get; init; }

    /// <summary>Where it is shown as the public would see it; null where there is no page for that.</summary>
    public required string? PreviewHref { get; init; }

    public static RevisionView From(RevisionSummary revision, IReadOnlyDictionary<Guid, string> names, Reader reader, Texts texts) => new()
    {
        Id = revision.Id,
        Version = revision.Version,
        Number = revision.Number,
        Kind = texts[$"Admin.Kind.{revision.Subject.Kind}"],
        Title = SubjectNames.Of(revision, reader, texts),
        State = texts[$"Admin.State.{revision.State}"],
        Origin = texts[revision.BringsBack ? "Admin.Origin.BringsBack" : $"Admin.Origin.{revision.Origin}"],
        Author = revision.Origin == RevisionOrigin.Suggestion ? texts["Admin.Author.Link"] : NameOf(revision.AuthorId, names, texts),
        Created = new Moment(revision.CreatedAt, reader, texts),
        Sent = revision.SubmittedAt is { } sent ? new Moment(sent, reader, texts) : null,
        Decided = revision.DecidedAt is { } decided ? ByAt(revision.DecidedById, decided, names, reader, texts) : null,
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

    /// <summary>Who did something, and when.</summary>
    public static IHtmlContent ByAt(Guid? id, DateTime utc, IReadOnlyDictionary<Guid, string> names, Reader reader, Texts texts) =>
        texts.Html("Admin.ByAt", NameOf(id, names, texts), new Moment(utc, reader, texts));
}
