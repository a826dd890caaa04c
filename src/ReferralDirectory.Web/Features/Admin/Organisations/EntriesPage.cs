using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>The entries somebody keeps.</summary>
public sealed record EntriesPage : StaffPage
{
    /// <summary>What was searched for; may be empty.</summary>
    public required string Words { get; init; }

    public required IReadOnlyList<EntryLine> Entries { get; init; }

    /// <summary>True where the reader may propose new entries.</summary>
    public required bool MayAdd { get; init; }

    public static EntriesPage From(IEnumerable<EntrySummary> entries, string words, bool mayAdd, Guid actor, IReadOnlyDictionary<Guid, string> names, Reader reader, Texts texts) => new()
    {
        Title = texts["Admin.Entries.Title"],
        Words = words,
        MayAdd = mayAdd,
        Entries = [.. Matching(entries, words).Select(entry => (Name: EntryWords.Name(entry, reader, texts), Entry: entry)).OrderBy(line => line.Name.Text, StringComparer.CurrentCultureIgnoreCase).Select(line => new EntryLine(
            line.Name,
            EntryLinks.Entry(line.Entry.Id),
            EntryWords.Public(line.Entry, reader, texts),
            EntryWords.Open(line.Entry, actor, names, reader, texts),
            line.Entry.TakenDown is not null))],
    };

    private static IEnumerable<EntrySummary> Matching(IEnumerable<EntrySummary> entries, string words)
    {
        var wanted = TextFolding.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return entries.Where(entry => string.Join(' ', entry.Names.Select(TextFolding.Fold)) is var names && wanted.All(word => names.Contains(word, StringComparison.Ordinal)));
    }
}
