namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Why something of a file in the standard's words is not taken over.</summary>
public enum HsdsImportNoteReason
{
    /// <summary>No kind of help or audience has this identifier, code or name.</summary>
    UnknownTerm,

    /// <summary>No place of the country has this name.</summary>
    UnknownPlace,

    /// <summary>The service does not run.</summary>
    NotActive,

    /// <summary>A street: whether it may be public, only the organisation can say.</summary>
    Street,

    /// <summary>A number for faxes or for texts, or of an extension.</summary>
    NoVoice,

    /// <summary>Hours that are not certain to hold every week from now on, at this time of the place's clocks.</summary>
    OtherHours,

    /// <summary>Services or places have different hours, or some that contradict each other, and an entry has one week.</summary>
    SeveralHours,

    /// <summary>The entry has other days, another time zone or another word on appointments, and keeps them.</summary>
    KeptHours,

    /// <summary>A contact that belongs to somebody.</summary>
    Person,

    /// <summary>An address that nobody can go to: its town is not where help is.</summary>
    NoPlaceToGo,

    /// <summary>None of the services that the file lists runs, and the entry still offers some.</summary>
    StillOffered,

    /// <summary>Somebody took the entry down here.</summary>
    TakenDown,

    /// <summary>The file is one page of several.</summary>
    OnePage,

    /// <summary>A field that an entry here has no place for.</summary>
    NoField,

    /// <summary>A service of an organisation that is not in the file.</summary>
    NoOrganization,

    /// <summary>No language has this code.</summary>
    UnknownLanguage,
}
