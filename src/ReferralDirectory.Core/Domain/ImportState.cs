namespace ReferralDirectory.Core.Domain;

/// <summary>How far an <see cref="Import"/> has come. The names are stored.</summary>
public enum ImportState
{
    /// <summary>The file is read and compared with what is published. Changes nothing.</summary>
    Reading,

    /// <summary>Somebody looks at what it would change.</summary>
    Ready,

    /// <summary>Its changes are handed in, a few at a time. Whatever interrupts that, it goes on until all are, or is taken back.</summary>
    Proposing,

    /// <summary>Given up while its changes were handed in: those that wait are withdrawn, then it is as it was before.</summary>
    TakingBack,

    /// <summary>Its changes wait for review.</summary>
    Proposed,

    /// <summary>Given up; nothing was changed.</summary>
    Cancelled,

    /// <summary>The file as a whole cannot be read; nothing was changed.</summary>
    Unreadable,
}
