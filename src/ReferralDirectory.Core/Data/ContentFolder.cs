namespace ReferralDirectory.Core.Data;

/// <summary>Where the content is that an empty database is filled from.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="FillsEmpty">False where a database that is missing or empty is a mistake: it is not made.</param>
public sealed record ContentFolder(string Path, bool FillsEmpty = true);
