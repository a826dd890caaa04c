namespace ReferralDirectory.Core.Domain;

/// <summary>What the audit log records. Stored by name: a name does not change.</summary>
public enum AuditAction
{
    /// <summary>A draft was saved for the first time or again.</summary>
    DraftSaved,

    /// <summary>A draft was handed in.</summary>
    Submitted,

    /// <summary>A revision was given up by its author.</summary>
    Withdrawn,

    /// <summary>A revision was refused.</summary>
    Rejected,

    /// <summary>A revision was published.</summary>
    Published,

    /// <summary>A draft was made from an earlier revision.</summary>
    Restored,

    /// <summary>A draft was made from one that another publication had overtaken.</summary>
    Rebased,

    /// <summary>An entry was taken down.</summary>
    TakenDown,

    /// <summary>A revision was published that lets the public see an entry again.</summary>
    BroughtBack,

    /// <summary>Contacts of an entry were confirmed.</summary>
    Confirmed,

    /// <summary>Confirmations were taken back.</summary>
    ConfirmationUndone,

    /// <summary>A link was made by which an organisation can answer.</summary>
    LinkMade,

    /// <summary>Such a link was ended.</summary>
    LinkRevoked,

    /// <summary>Somebody answered by such a link: a revision was handed in.</summary>
    LinkAnswered,
}
