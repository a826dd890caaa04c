namespace ReferralDirectory.Core.Data;

/// <summary>Why a database cannot be used, or only be read. None of them is a fault of the program's. Later ones are looked for later.</summary>
public enum DatabaseTrouble
{
    /// <summary>It does not answer, or not in time, or lets nobody in.</summary>
    NoAnswer,

    /// <summary>There is none where the settings say.</summary>
    Gone,

    /// <summary>What is there cannot be read as a database.</summary>
    Damaged,

    /// <summary>It holds no directory.</summary>
    Empty,

    /// <summary>A newer version of the program changed it.</summary>
    Newer,

    /// <summary>It can be read and not written.</summary>
    ReadOnly,

    /// <summary>It can be read, and its disk has no room for more.</summary>
    DiskFull,
}
