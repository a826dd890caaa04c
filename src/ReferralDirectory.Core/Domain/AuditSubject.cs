namespace ReferralDirectory.Core.Domain;

/// <summary>What an audit entry is about.</summary>
public enum AuditSubject
{
    /// <inheritdoc cref="SubjectKind.Organisation"/>
    Organisation,

    /// <inheritdoc cref="SubjectKind.StepText"/>
    StepText,

    /// <inheritdoc cref="SubjectKind.AssistanceType"/>
    AssistanceType,

    /// <inheritdoc cref="SubjectKind.Audience"/>
    Audience,

    /// <summary>A staff account.</summary>
    Account,

    /// <summary>What belongs to no entry and is not edited here, such as emergency numbers and places.</summary>
    Site,
}
