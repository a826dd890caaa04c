namespace ReferralDirectory.Core.Domain;

/// <summary>What became of one organisation of an import when its changes were handed in. The names are stored.</summary>
public enum ImportOutcome
{
    /// <summary>It waits for review.</summary>
    Proposed,

    /// <summary>The same waits for review already: nothing was handed in.</summary>
    AlreadyProposed,

    /// <summary>A change that they made by hand waits for review, and the file may not have it: nothing was handed in.</summary>
    OwnWaits,

    /// <summary>Somebody changed the entry after the file was compared with it: nothing was handed in.</summary>
    Overtaken,

    /// <summary>Whoever imports may no longer write on the entry: nothing was handed in.</summary>
    NotAllowed,
}
