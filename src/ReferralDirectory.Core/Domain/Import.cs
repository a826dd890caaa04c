namespace ReferralDirectory.Core.Domain;

/// <summary>A file of organisations that somebody imports: first read and compared, then, if they want that, handed in.</summary>
public sealed class Import
{
    /// <summary>Bytes a file may have.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Organisations a file may have.</summary>
    public const int MaxOrganisations = 20_000;

    /// <summary>Imports kept of one member of staff; the oldest goes first.</summary>
    public const int MaxPerMember = 3;

    /// <summary>Characters of <see cref="FaultDetail"/>.</summary>
    public const int FaultDetailMaxLength = 100;

    /// <summary>How long one is kept after it was begun.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Random.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who imports, and who alone sees it; null for the program.</summary>
    public required Guid? StaffMemberId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public required ImportState State { get; set; }

    /// <summary>Bytes of the file.</summary>
    public required int Bytes { get; set; }

    /// <summary>Bytes of it that were read.</summary>
    public int BytesRead { get; set; }

    /// <summary>Organisations found so far.</summary>
    public int Organisations { get; set; }

    /// <summary>Why the file cannot be read; null where it can.</summary>
    public ImportFileFault? Fault { get; set; }

    /// <summary>The row of that, from 1; 0 where it is in no row.</summary>
    public int FaultRow { get; set; }

    /// <summary>What stands there; may be empty.</summary>
    public string FaultDetail { get; set; } = "";
}
