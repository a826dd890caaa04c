using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What a log says, entry by entry, that revisions and contents must be.</summary>
internal sealed class SealedContent
{
    /// <summary>Each revision that is not what was loaded, with the last word on it.</summary>
    public Dictionary<Guid, RevisionSeal> Revisions { get; } = [];

    /// <summary>
    /// When somebody made a revision of another one, which was withdrawn then if it was their own. In logs of before that has no entry of its
    /// own; now it stands right before.
    /// </summary>
    public HashSet<(AuditSubject Kind, Guid Subject, Guid? Author, DateTime At)> Merged { get; } = [];

    /// <summary>Who may do what.</summary>
    public SealedAccounts Accounts { get; } = new();

    private AuditEntry? before;

    /// <summary>How each subject stands.</summary>
    public Dictionary<(AuditSubject Kind, Guid Id), Standing> Subjects { get; } = [];

    /// <summary>True where all that was there at the beginning is sealed.</summary>
    public bool IsFromTheStart { get; private set; }

    /// <summary>The next entry.</summary>
    public void Add(AuditEntry entry)
    {
        Accounts.Add(entry);
        if (entry is { RevisionId: { } revision } && RevisionSeal.StateAfter(entry.Action) is { } state)
        {
            Revisions[revision] = RevisionSeal.After(Revisions.GetValueOrDefault(revision), entry, state);
        }

        var merged = (entry.SubjectKind, entry.SubjectId, entry.ActorId, entry.At);
        if (entry.Action == AuditAction.Rebased && !(before is { Action: AuditAction.Withdrawn } gave && (gave.SubjectKind, gave.SubjectId, gave.ActorId, gave.At) == merged))
        {
            Merged.Add(merged);
        }

        before = entry;

        var key = (entry.SubjectKind, entry.SubjectId);
        var standing = Subjects.GetValueOrDefault(key);
        switch (entry.Action)
        {
            case AuditAction.Loaded when AuditSeal.ContentOf(entry.Detail) is { } sum:
                IsFromTheStart = true;
                Subjects[key] = new Standing(entry.Number, null, sum, sum, IsSealed: true, IsDown: false, EditedAt: null);
                break;
            case AuditAction.Published or AuditAction.BroughtBack:
                var isDown = standing?.IsDown is true && entry.Action == AuditAction.Published;
                Subjects[key] = new Standing(entry.Number, entry.RevisionId, null, standing?.Loaded, AuditSeal.RevisionOf(entry.Detail) is not null, isDown, standing?.EditedAt ?? entry.At);
                break;
            case AuditAction.TakenDown:
                standing ??= new Standing(entry.Number, null, null, null, IsSealed: false, IsDown: true, EditedAt: null);
                Subjects[key] = standing with { IsDown = true, EditedAt = standing.EditedAt ?? entry.At };
                break;
            case AuditAction.DraftSaved or AuditAction.Restored or AuditAction.Rebased or AuditAction.Submitted or AuditAction.LinkAnswered when standing is { EditedAt: null }:
                Subjects[key] = standing with { EditedAt = entry.At };
                break;
            default:
                break;
        }
    }

    /// <summary>A subject.</summary>
    /// <param name="Number">The audit entry that says what it says.</param>
    /// <param name="RevisionId">The last published revision; null where it is as it was loaded.</param>
    /// <param name="Sum">What it says; null where that is not known yet.</param>
    /// <param name="Loaded">What it said when it was loaded; null where that is not known.</param>
    /// <param name="IsSealed">The log proves what it says.</param>
    /// <param name="IsDown">The public must not see it.</param>
    /// <param name="EditedAt">When something was first done with it: what was loaded was written down as a revision then. Null before.</param>
    internal sealed record Standing(long Number, Guid? RevisionId, ContentSum? Sum, ContentSum? Loaded, bool IsSealed, bool IsDown, DateTime? EditedAt);
}
