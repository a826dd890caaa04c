namespace ReferralDirectory.Core.Data;

/// <summary>What a <see cref="DatabaseCheck"/> found.</summary>
/// <param name="Trouble">Null where it answers, holds a directory and can be written to, as far as that was seen.</param>
/// <param name="Version">Of its product; null where it did not answer.</param>
/// <param name="LastMigration">The latest that was applied; null where it did not answer, or holds no directory.</param>
public sealed record DatabaseState(DatabaseTrouble? Trouble, string? Version, string? LastMigration)
{
    /// <summary>True where it can be read, whether or not it can be written.</summary>
    public bool CanBeRead => Trouble is null or DatabaseTrouble.ReadOnly or DatabaseTrouble.DiskFull;
}
