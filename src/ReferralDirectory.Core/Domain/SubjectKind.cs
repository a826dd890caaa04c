namespace ReferralDirectory.Core.Domain;

/// <summary>What can be edited, each by revisions of its own.</summary>
public enum SubjectKind
{
    /// <summary>An <see cref="Domain.Organisation"/> with its services and contacts.</summary>
    Organisation,

    /// <summary>A <see cref="Domain.StepText"/>: one step in one language.</summary>
    StepText,

    /// <summary>An <see cref="Domain.AssistanceType"/>.</summary>
    AssistanceType,

    /// <summary>An <see cref="Domain.Audience"/>.</summary>
    Audience,
}
