namespace ReferralDirectory.Core.Editing;

/// <summary>Why nobody may publish a revision to which they contributed.</summary>
public enum SecondPersonReason
{
    /// <summary>The public has never seen the entry.</summary>
    NewEntry,

    /// <summary>The entry was taken down.</summary>
    BringsBack,

    /// <summary>A phone, hotline, e-mail, website or messenger is new, gone or changed.</summary>
    Contact,

    /// <summary>An organisation begins or ceases to stand among the numbers to call at once, or another number of it stands there.</summary>
    Hotline,

    /// <summary>A name of an organisation, or what else it is known as, is new, gone or changed: its numbers could be taken for another's.</summary>
    Name,

    /// <summary>The public address is new, gone or changed.</summary>
    Address,

    /// <summary>What looks like a number or an address is new, gone or changed in a text, or means something else there.</summary>
    ContactInText,

    /// <summary>A translation is said to be right that was not before, or not in these words, or not for this original.</summary>
    Translation,
}
