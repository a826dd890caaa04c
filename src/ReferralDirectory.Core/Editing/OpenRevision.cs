using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>A revision that nobody has decided about yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State"><see cref="RevisionState.Draft"/> or <see cref="RevisionState.Submitted"/>.</param>
/// <param name="AuthorId">Whose it is.</param>
/// <param name="Since">When it was begun or handed in, UTC.</param>
public sealed record OpenRevision(Guid Id, RevisionState State, Guid? AuthorId, DateTime Since);
