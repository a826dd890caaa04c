namespace ReferralDirectory.Core.Data;

/// <summary>Called where an empty database was filled, in the transaction that filled it: what it adds is saved with the content, or not at all.</summary>
/// <param name="db">With everything saved to it.</param>
/// <param name="now">UTC.</param>
/// <param name="cancellationToken">Ends it.</param>
public delegate Task ContentLoaded(DirectoryDb db, DateTime now, CancellationToken cancellationToken);
