namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>Why a field of a draft cannot be published as it stands.</summary>
public enum DraftFaultReason
{
    /// <summary>Nothing stands there.</summary>
    Missing,

    /// <summary>More characters than the limit.</summary>
    TooLong,

    /// <summary>More items than the limit.</summary>
    TooMany,

    /// <summary>A character that is not seen, or turns the direction: see <see cref="Domain.VisibleText"/>.</summary>
    InvisibleCharacter,

    /// <summary>Neither a letter nor a digit.</summary>
    NoWord,

    /// <summary>The site does not have the language.</summary>
    UnknownLanguage,

    /// <summary>Not a language tag of BCP 47.</summary>
    NotALanguage,

    /// <summary>Exactly one language of a text is the original.</summary>
    NotOneOriginal,

    /// <summary>Stands twice.</summary>
    Repeated,

    /// <summary>Refers to something that is not there.</summary>
    UnknownReference,

    /// <summary>Cannot stand in an address.</summary>
    NotASlug,

    /// <summary>Another entry has it.</summary>
    Taken,

    /// <summary>Another organisation of the country has the name, or one that a reader would take for it.</summary>
    NameTaken,

    /// <summary>Was published, so it stays.</summary>
    Fixed,

    /// <summary>Not a telephone number that exists in the numbering plan.</summary>
    NotAPhone,

    /// <summary>Not an e-mail address.</summary>
    NotAnEmail,

    /// <summary>Not a web address.</summary>
    NotAWebAddress,

    /// <summary>Not a time of the day such as 09:00.</summary>
    NotATime,

    /// <summary>Not a day such as 2026-12-31.</summary>
    NotADay,

    /// <summary>Ends before it starts.</summary>
    EndsBeforeStart,

    /// <summary>Ranges of one day share a minute.</summary>
    Overlap,

    /// <summary>Not a time zone of IANA.</summary>
    NotATimeZone,

    /// <summary>A heading, HTML, a link or a picture where only paragraphs, lists and bold may stand.</summary>
    NotPlainMarkdown,

    /// <summary>A number below zero.</summary>
    Negative,
}
