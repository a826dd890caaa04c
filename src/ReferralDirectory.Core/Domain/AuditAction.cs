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

    /// <summary>Somebody was invited. From here on, what is done to accounts.</summary>
    Invited,

    /// <summary>A new set-up link was made for somebody; earlier ones ended.</summary>
    LinkMade,

    /// <summary>A set-up link was used: a new password, and every second factor from before gone.</summary>
    LinkUsed,

    /// <summary>Somebody was given a role. The detail is the role's name and the id of where it holds.</summary>
    RoleGranted,

    /// <summary>Somebody lost a role. The detail is as of <see cref="RoleGranted"/>.</summary>
    RoleWithdrawn,

    /// <summary>Somebody was shut out.</summary>
    ShutOut,

    /// <summary>Somebody who was shut out may enter again, by a new link: what they signed in with before is gone.</summary>
    LetBackIn,

    /// <summary>Somebody changed what colleagues call them.</summary>
    Renamed,

    /// <summary>Somebody changed their password.</summary>
    PasswordChanged,

    /// <summary>Somebody set up an authenticator app, in place of the one before.</summary>
    AuthenticatorSet,

    /// <summary>Somebody added a passkey.</summary>
    PasskeyAdded,

    /// <summary>Somebody removed a passkey.</summary>
    PasskeyRemoved,

    /// <summary>Somebody was given new recovery codes; earlier ones ended.</summary>
    RecoveryCodesMade,

    /// <summary>A recovery code was used.</summary>
    RecoveryCodeUsed,

    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>Somebody ended a session of theirs.</summary>
    SignedOut,

    /// <summary>Somebody ended all their sessions.</summary>
    SignedOutEverywhere,

    /// <summary>So many attempts were made at an account that further ones must wait. The detail says at what: Password or Code.</summary>
    SlowedDown,

    /// <summary>An empty database was filled with it, from the content files.</summary>
    Loaded,

    /// <summary>Contacts of an entry were confirmed.</summary>
    Confirmed,

    /// <summary>Confirmations were taken back.</summary>
    ConfirmationUndone,

    /// <summary>A link was made by which an organisation can answer.</summary>
    AnswerLinkMade,

    /// <summary>Such a link was ended.</summary>
    AnswerLinkRevoked,

    /// <summary>Somebody answered by such a link: a revision was handed in.</summary>
    LinkAnswered,
}
