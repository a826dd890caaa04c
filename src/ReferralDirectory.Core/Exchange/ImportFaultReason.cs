namespace ReferralDirectory.Core.Exchange;

/// <summary>Why a cell, or an organisation, of a file cannot be imported as it stands.</summary>
public enum ImportFaultReason
{
    /// <summary>What a form would say as well: see <see cref="ImportFault.OfDraft"/>.</summary>
    OfDraft,

    /// <summary>There is no such country.</summary>
    UnknownCountry,

    /// <summary>The row does not say which organisation it belongs to.</summary>
    NoOrganisation,

    /// <summary>Whoever imports may not write on this entry, or add one in this country.</summary>
    NotYours,

    /// <summary>No source, place, kind of help or audience has this name.</summary>
    UnknownTerm,

    /// <summary>No sort of row has this name.</summary>
    UnknownRow,

    /// <summary>Rows of one organisation stand in several places of the file.</summary>
    Scattered,

    /// <summary>The row that says what the organisation is called is missing.</summary>
    NoOrganisationRow,

    /// <summary>There are two such rows.</summary>
    TwoOrganisationRows,

    /// <summary>The id belongs to another organisation.</summary>
    IdOfAnother,

    /// <summary>None of the organisation's services has this id.</summary>
    UnknownService,

    /// <summary>Somebody changed the entry after it was exported.</summary>
    ChangedSinceExport,

    /// <summary>Not original, reviewed or unreviewed.</summary>
    UnreadableStatus,

    /// <summary>Not hours such as Monday 09:00-18:00.</summary>
    UnreadableHours,

    /// <summary>Not days such as 2026-12-31 to 2027-01-08.</summary>
    UnreadableDays,

    /// <summary>Neither yes nor no.</summary>
    UnreadableAnswer,

    /// <summary>An id or a version that was changed.</summary>
    UnreadableId,

    /// <summary>Not phone, hotline, email, website or messenger.</summary>
    UnknownContactKind,

    /// <summary>Nothing may stand here in a row of this sort.</summary>
    NotInThisRow,

    /// <summary>More rows than one organisation may have.</summary>
    TooManyRows,

    /// <summary>Nothing to be mended: what the file that the list was made of says besides, for whoever decides.</summary>
    Remark,

    /// <summary>A part of a list in JSON that has another shape than it must have.</summary>
    UnreadableItem,
}
