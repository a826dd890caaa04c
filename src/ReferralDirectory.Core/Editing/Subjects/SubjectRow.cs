using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Subjects;

/// <summary>A subject as its rows say it.</summary>
/// <param name="Id">As it stands in the database.</param>
/// <param name="Draft">What it says; null where that cannot be read.</param>
/// <param name="CountryId">Null for a term.</param>
/// <param name="IsTakenDown">The public does not see it.</param>
internal sealed record SubjectRow(string Id, SubjectDraft? Draft, Guid? CountryId, bool IsTakenDown);
