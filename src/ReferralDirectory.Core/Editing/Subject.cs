using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>One thing that can be edited.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Id">Its id.</param>
public readonly record struct Subject(SubjectKind Kind, Guid Id);
