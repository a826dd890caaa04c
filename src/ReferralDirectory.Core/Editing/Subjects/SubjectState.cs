using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Subjects;

/// <summary>A subject as it stands in the database.</summary>
/// <param name="Subject">Which.</param>
/// <param name="CountryId">Its country; null for the taxonomy.</param>
/// <param name="Entity">The tracked entity, with everything that belongs to it; null for a new entry.</param>
/// <param name="Published">What it says; null for a new entry.</param>
/// <param name="Version">Its version; null for a new entry.</param>
/// <param name="IsTakenDown">The public does not see it.</param>
internal sealed record SubjectState(Subject Subject, Guid? CountryId, object? Entity, SubjectDraft? Published, Guid? Version, bool IsTakenDown)
{
    /// <summary>An entry that is not there yet.</summary>
    public static SubjectState New(Subject subject, Guid? countryId) => new(subject, countryId, null, null, null, false);

    public AuditSubject AuditSubject => Subject.Kind switch
    {
        SubjectKind.Organisation => AuditSubject.Organisation,
        SubjectKind.StepText => AuditSubject.StepText,
        SubjectKind.AssistanceType => AuditSubject.AssistanceType,
        SubjectKind.Audience => AuditSubject.Audience,
    };
}
