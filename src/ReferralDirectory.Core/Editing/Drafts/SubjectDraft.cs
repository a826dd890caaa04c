using System.Text.Json.Serialization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>
/// What a subject says, as somebody typed it: texts where an entity has values, so that nothing is lost that is not valid
/// yet. Drafts are compared by <see cref="DraftJson.Write"/>, not by <c>==</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "Kind")]
[JsonDerivedType(typeof(OrganisationDraft), nameof(SubjectKind.Organisation))]
[JsonDerivedType(typeof(StepTextDraft), nameof(SubjectKind.StepText))]
[JsonDerivedType(typeof(AssistanceTypeDraft), nameof(SubjectKind.AssistanceType))]
[JsonDerivedType(typeof(AudienceDraft), nameof(SubjectKind.Audience))]
public abstract record SubjectDraft
{
    /// <summary>What it is a draft of.</summary>
    [JsonIgnore]
    public abstract SubjectKind SubjectKind { get; }
}
