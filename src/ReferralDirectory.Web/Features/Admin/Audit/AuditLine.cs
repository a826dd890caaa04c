using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>One entry of the audit log, in words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ByAt">Who, and when.</param>
/// <param name="Action">Did what.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">A reason, or why a second person was needed; may be empty.</param>
/// <param name="RevisionHref">The revision; null where there is none.</param>
/// <param name="Hash">The entry's own.</param>
public sealed record AuditLine(long Number, IHtmlContent ByAt, string Action, string Subject, string Detail, string? RevisionHref, string Hash)
{
    public static AuditLine From(AuditEntry entry, IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, string> subjects, Reader reader, Texts texts) => new(
        entry.Number,
        RevisionView.ByAt(entry.ActorId, entry.At, people, reader, texts),
        texts[$"Admin.Action.{entry.Action}"],
        $"{texts[$"Admin.Kind.{entry.SubjectKind}"]}: {subjects.GetValueOrDefault(entry.SubjectId) ?? people.GetValueOrDefault(entry.SubjectId) ?? texts["Admin.Audit.Unknown", entry.SubjectId]}",
        DetailOf(entry, texts),
        entry.RevisionId is { } revision ? EditingLinks.Revision(revision) : null,
        entry.Hash);

    // Of a publication: why it needed a second person, by name.
    private static string DetailOf(AuditEntry entry, Texts texts) => entry.Action is AuditAction.Published or AuditAction.BroughtBack
        ? string.Join(' ', entry.Detail.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.TryParse<SecondPersonReason>(name, out var reason) ? texts[$"Admin.SecondPerson.{reason}"] : name))
        : entry.Detail;
}
