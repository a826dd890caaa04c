using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What a log says, entry by entry, that revisions and contents must be.</summary>
internal sealed class SealedContent
{
    /// <summary>The last word on each revision that was handed in or published.</summary>
    public Dictionary<Guid, RevisionSeal> Revisions { get; } = [];

    /// <summary>How each subject stands.</summary>
    public Dictionary<(AuditSubject Kind, Guid Id), Standing> Subjects { get; } = [];

    /// <summary>True where all that was there at the beginning is sealed.</summary>
    public bool IsFromTheStart { get; private set; }

    /// <summary>The next entry.</summary>
    public void Add(AuditEntry entry)
    {
        var isPublication = entry.Action is AuditAction.Published or AuditAction.BroughtBack;
        if (entry.RevisionId is { } revision && (isPublication || entry.Action is AuditAction.Submitted or AuditAction.LinkAnswered))
        {
            Revisions[revision] = new RevisionSeal(entry.Number, entry.SubjectKind, entry.SubjectId, AuditSeal.RevisionOf(entry.Detail), isPublication ? RevisionState.Published : RevisionState.Submitted);
        }
        else if (entry is { Action: AuditAction.Rejected or AuditAction.Withdrawn, RevisionId: { } decided } && Revisions.TryGetValue(decided, out var seal))
        {
            Revisions[decided] = seal with { State = RevisionState.Withdrawn };
        }

        var key = (entry.SubjectKind, entry.SubjectId);
        var standing = Subjects.GetValueOrDefault(key);
        switch (entry.Action)
        {
            case AuditAction.Loaded when AuditSeal.ContentOf(entry.Detail) is { } sum:
                IsFromTheStart = true;
                Subjects[key] = new Standing(entry.Number, null, sum, sum, IsSealed: true, IsDown: false, IsEdited: false);
                break;
            case AuditAction.Published or AuditAction.BroughtBack:
                var isDown = standing?.IsDown is true && entry.Action == AuditAction.Published;
                Subjects[key] = new Standing(entry.Number, entry.RevisionId, null, standing?.Loaded, AuditSeal.RevisionOf(entry.Detail) is not null, isDown, IsEdited: true);
                break;
            case AuditAction.TakenDown:
                Subjects[key] = (standing ?? new Standing(entry.Number, null, null, null, IsSealed: false, IsDown: true, IsEdited: true)) with { IsDown = true, IsEdited = true };
                break;
            default:
                break;
        }
    }

    /// <summary>A revision.</summary>
    /// <param name="Number">The audit entry.</param>
    /// <param name="Kind">Of what it is about.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="Hash">Null where the entry is from before there were seals.</param>
    /// <param name="State">What became of it; withdrawn where it was rejected as well.</param>
    internal sealed record RevisionSeal(long Number, AuditSubject Kind, Guid Subject, string? Hash, RevisionState State)
    {
        /// <summary>True for a state that its row may have. What is merged with something newer is withdrawn without an entry of its own.</summary>
        public bool Allows(string? state) => State switch
        {
            RevisionState.Published => state == nameof(RevisionState.Published),
            RevisionState.Submitted => state is nameof(RevisionState.Submitted) or nameof(RevisionState.Withdrawn),
            RevisionState.Draft or RevisionState.Rejected or RevisionState.Withdrawn => state is nameof(RevisionState.Rejected) or nameof(RevisionState.Withdrawn),
        };
    }

    /// <summary>A subject.</summary>
    /// <param name="Number">The audit entry that says what it says.</param>
    /// <param name="RevisionId">The last published revision; null where it is as it was loaded.</param>
    /// <param name="Sum">What it says; null where that is not known yet.</param>
    /// <param name="Loaded">What it said when it was loaded; null where that is not known.</param>
    /// <param name="IsSealed">The log proves what it says.</param>
    /// <param name="IsDown">The public must not see it.</param>
    /// <param name="IsEdited">What was loaded was written down as a revision since.</param>
    internal sealed record Standing(long Number, Guid? RevisionId, ContentSum? Sum, ContentSum? Loaded, bool IsSealed, bool IsDown, bool IsEdited);
}
