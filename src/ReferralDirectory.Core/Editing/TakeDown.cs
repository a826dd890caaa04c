namespace ReferralDirectory.Core.Editing;

/// <summary>That an entry was taken down.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ById">The member of staff.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record TakeDown(DateTime At, Guid? ById, string Reason);
