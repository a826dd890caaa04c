namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>One field that must be changed before a draft can be submitted.</summary>
/// <param name="Path">
/// The field, as in <see cref="Differences.FieldDifference"/>: <c>Name[en]</c>, <c>Services[id].Description[ru]</c>,
/// <c>Contacts[id]</c>, <c>OpeningHours.Week[0]</c>; <c>Contacts</c> where the list itself is at fault.
/// </param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Limit">Characters or items allowed, where there is a limit.</param>
public sealed record DraftFault(string Path, DraftFaultReason Reason, int? Limit = null);
