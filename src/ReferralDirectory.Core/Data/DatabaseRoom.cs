namespace ReferralDirectory.Core.Data;

/// <summary>How much room a database takes.</summary>
/// <param name="Bytes">Of its files together.</param>
/// <param name="FreeBytes">That the program may still write to the same disk.</param>
public readonly record struct DatabaseRoom(long Bytes, long FreeBytes);
