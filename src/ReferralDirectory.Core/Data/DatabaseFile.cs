using System.Collections.Immutable;

namespace ReferralDirectory.Core.Data;

/// <summary>Where the SQLite file is.</summary>
/// <param name="Path">Absolute.</param>
public sealed record DatabaseFile(string Path)
{
    /// <summary>How the names end of what SQLite may lay beside a database file.</summary>
    internal static ImmutableArray<string> Beside { get; } = ["-wal", "-journal", "-shm"];
}
