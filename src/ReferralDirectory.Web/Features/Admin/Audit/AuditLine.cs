using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>One entry of the audit log, in words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ByAt">Who, and when; null where that cannot be read.</param>
/// <param name="Action">Did what.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">A reason, why a second person was needed, or which role; may be empty.</param>
/// <param name="RevisionHref">The revision; null where there is none.</param>
/// <param name="Hash">The entry's own.</param>
public sealed record AuditLine(long Number, IHtmlContent? ByAt, string Action, string Subject, string Detail, string? RevisionHref, string Hash)
{
    public static AuditLine From(AuditEntry entry, IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, string> subjects, GrantNames grants, Reader reader, Texts texts) => new(
        entry.Number,
        RevisionView.ByAt(entry.ActorId, entry.At, people, reader, texts),
        texts[$"Admin.Action.{entry.Action}"],
        SubjectOf(entry, people, subjects, texts),
        DetailOf(entry, grants, texts),
        entry.RevisionId is { } revision ? EditingLinks.Revision(revision) : null,
        entry.Hash);

    /// <summary>An entry that somebody made unreadable.</summary>
    public static AuditLine Unreadable(long number, Texts texts) => new(number, null, texts["Admin.Audit.Unreadable"], "", texts["Admin.Audit.UnreadableHow"], null, "");

    private static string SubjectOf(AuditEntry entry, IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, string> subjects, Texts texts) => entry.SubjectKind == AuditSubject.Site
        ? texts[$"Admin.Kind.{AuditSubject.Site}"]
        : $"{texts[$"Admin.Kind.{entry.SubjectKind}"]}: {subjects.GetValueOrDefault(entry.SubjectId) ?? people.GetValueOrDefault(entry.SubjectId) ?? texts["Admin.Audit.Unknown", entry.SubjectId]}";

    // What is stored by name, in words; everything else was typed.
    private static string DetailOf(AuditEntry entry, GrantNames grants, Texts texts)
    {
        // A reason is somebody's own words, whatever they look like.
        var detail = entry.Action == AuditAction.TakenDown ? entry.Detail : AuditSeal.TextOf(entry.Detail);
        var names = detail.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return entry.Action switch
        {
            AuditAction.Published or AuditAction.BroughtBack =>
                string.Join(' ', names.Select(name => Enum.TryParse<SecondPersonReason>(name, out var reason) ? texts[$"Admin.SecondPerson.{reason}"] : name)),
            AuditAction.RoleGranted or AuditAction.RoleWithdrawn when names.Length > 0 && Enum.TryParse<StaffRole>(names[0], out var role) =>
                grants.Of(role, names.Length > 1 && Guid.TryParse(names[1], out var place) ? place : null),
            AuditAction.SlowedDown when Enum.TryParse<GuessedAt>(detail, out var what) => texts[$"Admin.Audit.GuessedAt.{what}"],
            _ => detail,
        };
    }
}
