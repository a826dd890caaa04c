using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>The hidden fields of a form that saves a draft.</summary>
/// <param name="RevisionId">The draft that is saved again; null for the first time.</param>
/// <param name="RevisionVersion">Its version, as the form was filled from it.</param>
/// <param name="BaseVersion">The version of the subject that the form was filled from; null for a new one.</param>
/// <param name="Note">The draft's note, which the form does not show.</param>
public sealed record DraftForm(Guid? RevisionId, Guid? RevisionVersion, Guid? BaseVersion, string Note)
{
    public const string RevisionIdName = "revisionId";

    public const string RevisionVersionName = "revisionVersion";

    public const string BaseVersionName = "baseVersion";

    public const string NoteName = "note";

    /// <summary>In every such form, so that one that comes back is known.</summary>
    public const string MarkName = "draft";

    public static DraftForm Read(PostedForm form) => new(IdOrNull(form, RevisionIdName), IdOrNull(form, RevisionVersionName), IdOrNull(form, BaseVersionName), form.Text(NoteName));

    /// <summary>Of a draft that was begun before.</summary>
    public static DraftForm Of(RevisionSummary draft) => new(draft.Id, draft.Version, null, draft.Note);

    /// <summary>What is saved.</summary>
    /// <param name="form">As posted.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="subject">What is edited; null for something new.</param>
    public static DraftInput Input(PostedForm form, SubjectDraft draft, Guid? subject)
    {
        var hidden = Read(form);
        return new DraftInput
        {
            Draft = draft,
            SubjectId = subject,
            RevisionId = hidden.RevisionId,
            RevisionVersion = hidden.RevisionVersion,
            BaseVersion = hidden.BaseVersion,
            IsFirst = hidden.RevisionId is null,
            Note = hidden.Note,
        };
    }

    // Not PostedForm.Id: the version of a subject that was never edited is the empty one.
    private static Guid? IdOrNull(PostedForm form, string name) => Guid.TryParse(form.Text(name), out var id) ? id : null;
}
