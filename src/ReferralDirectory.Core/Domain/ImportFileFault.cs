namespace ReferralDirectory.Core.Domain;

/// <summary>Why a file as a whole cannot be imported. The names are stored.</summary>
public enum ImportFileFault
{
    /// <summary>Nothing stands in it.</summary>
    Empty,

    /// <summary>A workbook or an archive, and no text.</summary>
    NotText,

    /// <summary>Text in another encoding than Unicode.</summary>
    NotUnicode,

    /// <summary>A column that there must be is not there.</summary>
    MissingColumn,

    /// <summary>A column that nobody knows.</summary>
    UnknownColumn,

    /// <summary>Two columns have the same name.</summary>
    RepeatedColumn,

    /// <summary>More columns than a table can have.</summary>
    TooManyColumns,

    /// <summary>A cell is longer than any text may be, or a quotation mark is never closed.</summary>
    TooLongCell,

    /// <summary>More rows or organisations than are imported at once.</summary>
    TooManyRows,

    /// <summary>Not JSON, or not a list.</summary>
    NotJson,

    /// <summary>Whoever began the import may no longer enter.</summary>
    NobodyToAsk,
}
