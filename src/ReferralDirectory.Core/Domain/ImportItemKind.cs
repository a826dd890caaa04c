namespace ReferralDirectory.Core.Domain;

/// <summary>What an import would do with one organisation. The names are stored.</summary>
public enum ImportItemKind
{
    /// <summary>Propose a new entry.</summary>
    Addition,

    /// <summary>Propose a change of an entry.</summary>
    Change,

    /// <summary>Nothing: the file says what is published.</summary>
    Unchanged,

    /// <summary>Nothing: the same waits for review already.</summary>
    AlreadyProposed,

    /// <summary>Nothing: something must be mended first.</summary>
    Faulty,
}
