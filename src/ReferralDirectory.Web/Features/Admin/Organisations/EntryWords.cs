using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>How an entry stands, in words.</summary>
public static class EntryWords
{
    /// <summary>Its name in the reader's language, as far as it has one.</summary>
    public static ShownText Name(EntrySummary entry, Reader reader, Texts texts) =>
        entry.LocalisedName is { } name ? reader.Show(name) : new ShownText(texts["Admin.Entry.NoName"], null);

    /// <summary>What the public sees of it.</summary>
    public static IHtmlContent Public(EntrySummary entry, Reader reader, Texts texts) => (entry.WasPublished, entry.TakenDown) switch
    {
        (true, { } since) => texts.Html("Admin.Entry.IsTakenDown", new Moment(since, reader, texts)),
        (true, null) => texts.Html("Admin.Entry.IsPublic"),
        (false, _) => texts.Html("Admin.Entry.IsNew"),
    };

    /// <summary>What is being written about it: a line for each.</summary>
    public static IReadOnlyList<IHtmlContent> Open(EntrySummary entry, Guid actor, IReadOnlyDictionary<Guid, string> names, Reader reader, Texts texts) =>
        [.. entry.Open.Select(revision => texts.Html(KeyOf(revision, actor), RevisionView.NameOf(revision.AuthorId, names, texts), new Moment(revision.Since, reader, texts)))];

    private static string KeyOf(OpenRevision revision, Guid actor) => (revision.State == RevisionState.Submitted, revision.AuthorId == actor) switch
    {
        (true, true) => "Admin.Entry.OwnWaits",
        (true, false) => "Admin.Entry.Waits",
        (false, true) => "Admin.Entry.OwnDraft",
        (false, false) => "Admin.Entry.Draft",
    };
}
