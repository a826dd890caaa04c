using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>An entry: how it stands, and what can be done with it.</summary>
public sealed record EntryPage : StaffPage
{
    public required ShownText Name { get; init; }

    /// <summary>What the public sees.</summary>
    public required IHtmlContent Public { get; init; }

    /// <summary>Who took it down, and why; null where it is not down.</summary>
    public TakeDownView? TakenDown { get; init; }

    /// <summary>What the reader had sent and somebody rejected; null where they have gone on since.</summary>
    public RejectedView? Rejected { get; init; }

    /// <summary>What is being written about it.</summary>
    public required IReadOnlyList<IHtmlContent> Open { get; init; }

    /// <summary>What was just done; null where nothing was.</summary>
    public required string? Done { get; init; }

    /// <summary>Empty where there is nothing the reader may write on.</summary>
    public required IReadOnlyList<TaskLine> Tasks { get; init; }

    /// <summary>Where the reader's draft is checked and sent; null where they have none.</summary>
    public required string? CheckHref { get; init; }

    public required string? PreviewHref { get; init; }

    /// <summary>Where the reader's draft is given up.</summary>
    public required string? DiscardHref { get; init; }

    /// <summary>Where somebody published something else since the draft was begun.</summary>
    public required string? ConflictHref { get; init; }

    /// <summary>Where what the reader has sent is taken back, to be changed; with its id and version.</summary>
    public required RevisionSummary? Waiting { get; init; }

    public required string TakeBackHref { get; init; }

    public required string? PublicHref { get; init; }

    /// <summary>For each language that its texts are to be translated into, the page for that; empty where the reader may not write.</summary>
    public required IReadOnlyList<TranslationTask> Translations { get; init; }

    /// <summary>Null where it is down already, or was never public.</summary>
    public required string? TakeDownHref { get; init; }

    /// <summary>Null where it is not down, or the reader may not edit it.</summary>
    public required string? BringBackHref { get; init; }

    /// <summary>Where a link for the organisation is made; null where the reader does not review it, or it is not public.</summary>
    public required string? LinkHref { get; init; }

    public required string HistoryHref { get; init; }

    public static EntryPage From(EntryState entry, RevisionSummary? waiting, IReadOnlyList<TaskLine> tasks, IReadOnlyDictionary<Guid, string> names, string? done, Reader reader, Texts texts)
    {
        var own = entry.Own?.Summary;
        var name = EntryWords.Name(entry.Summary, reader, texts);
        return new EntryPage
        {
            Title = name.Text,
            Name = name,
            Public = EntryWords.Public(entry.Summary, reader, texts),
            Open = EntryWords.Open(entry.Summary, entry.Actor.Id, names, reader, texts),
            Done = done is "saved" or "taken-down" or "taken-back" or "is-down" or "again" or "not-down" ? texts[$"Admin.Entry.Done.{done}"] : null,
            Tasks = tasks,
            CheckHref = own is null ? null : EditingLinks.Draft(own.Id),
            PreviewHref = own is null ? null : EntryLinks.Preview(own.Id),
            DiscardHref = own is null ? null : EditingLinks.Withdraw(own.Id),
            ConflictHref = own is not null && entry.Own!.IsOvertaken ? EditingLinks.Conflict(own.Id) : null,
            Waiting = own is null ? waiting : null,
            TakeBackHref = EntryLinks.TakeBack(entry.Id),
            PublicHref = entry.Summary is { TakenDown: null, Slug: { } slug } ? new Links(reader.Language.Tag, entry.Summary.Country.Slug).Provider(slug) : null,
            Translations = !entry.Summary.MayEdit || entry.Draft is null ? [] : [.. entry.Choices.Languages.Select(language => new TranslationTask(entry, language, reader, texts)).Where(task => task.HasTexts)],
            TakeDownHref = entry.Summary is { WasPublished: true, TakenDown: null } ? EntryLinks.TakeDown(entry.Id) : null,
            BringBackHref = entry.Summary is { TakenDown: not null, MayEdit: true } ? EntryLinks.BringBack(entry.Id) : null,
            LinkHref = entry.Summary is { WasPublished: true, TakenDown: null } && entry.Actor.ReviewsCountries.Contains(entry.Summary.Country.Id) ? AnswerLinks.Of(entry.Id) : null,
            HistoryHref = EditingLinks.History(new Subject(SubjectKind.Organisation, entry.Id)),
        };
    }
}
