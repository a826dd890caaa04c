namespace ReferralDirectory.Core.Domain;

/// <summary>How far a <see cref="Revision"/> has come: Draft → Submitted → Published, Rejected or Withdrawn; a draft may be withdrawn, too.</summary>
public enum RevisionState
{
    /// <summary>Its author still writes.</summary>
    Draft,

    /// <summary>It waits for a reviewer, and nobody changes it any more.</summary>
    Submitted,

    /// <summary>It was applied to its subject.</summary>
    Published,

    /// <summary>A reviewer refused it, with a reason.</summary>
    Rejected,

    /// <summary>Its author gave it up.</summary>
    Withdrawn,
}
