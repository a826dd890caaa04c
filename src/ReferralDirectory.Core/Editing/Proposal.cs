namespace ReferralDirectory.Core.Editing;

/// <summary>A change of an organisation's entry that is handed in together with others.</summary>
/// <param name="OrganisationId">Which; a new one has the id that it will have.</param>
/// <param name="CountryId">Its country.</param>
/// <param name="Snapshot">What it is to say, without faults, as JSON.</param>
/// <param name="BaseVersion">The version of the entry that this was compared with; null for a new one.</param>
/// <param name="BaseSnapshot">What that version says, where the entry has no revision yet.</param>
/// <param name="Note">What whoever decides should know; may be empty.</param>
internal sealed record Proposal(Guid OrganisationId, Guid CountryId, string Snapshot, Guid? BaseVersion, string? BaseSnapshot, string Note);
