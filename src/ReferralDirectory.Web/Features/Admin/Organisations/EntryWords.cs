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
    public static string Public(EntrySummary entry, Texts texts) => (entry.WasPublished, entry.TakenDown) switch
    {
        (true, { } since) => texts["Admin.Entry.IsTakenDown", RevisionView.At(since)],
        (true, null) => texts["Admin.Entry.IsPublic"],
        (false, _) => texts["Admin.Entry.IsNew"],
    };

    /// <summary>What is being written about it: a line for each.</summary>
    public static IReadOnlyList<string> Open(EntrySummary entry, Guid reader, IReadOnlyDictionary<Guid, string> names, Texts texts) =>
        [.. entry.Open.Select(revision => texts[KeyOf(revision, reader), RevisionView.NameOf(revision.AuthorId, names, texts), RevisionView.At(revision.Since)])];

    private static string KeyOf(OpenRevision revision, Guid reader) => (revision.State == RevisionState.Submitted, revision.AuthorId == reader) switch
    {
        (true, true) => "Admin.Entry.OwnWaits",
        (true, false) => "Admin.Entry.Waits",
        (false, true) => "Admin.Entry.OwnDraft",
        (false, false) => "Admin.Entry.Draft",
    };
}
