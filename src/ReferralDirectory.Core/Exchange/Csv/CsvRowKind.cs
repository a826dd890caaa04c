namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>What a row of a table says.</summary>
[Flags]
internal enum CsvRowKind
{
    None = 0,

    /// <summary>The organisation itself: its first row.</summary>
    Organisation = 1,

    /// <summary>One service.</summary>
    Service = 2,

    /// <summary>One contact.</summary>
    Contact = 4,

    /// <summary>Days with other hours.</summary>
    OtherHours = 8,

    Any = Organisation | Service | Contact | OtherHours,
}
