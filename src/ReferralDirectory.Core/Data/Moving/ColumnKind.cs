namespace ReferralDirectory.Core.Data.Moving;

/// <summary>What a column holds, where the products store it otherwise.</summary>
internal enum ColumnKind
{
    /// <summary>Text on both.</summary>
    Text,

    /// <summary>A document: text, or <c>jsonb</c>, which keeps what it says and not how it was written.</summary>
    Json,

    /// <summary>Text, or <c>uuid</c>.</summary>
    Id,

    /// <summary>0 and 1, or <c>boolean</c>.</summary>
    Flag,

    /// <summary>A whole number of 32 bits.</summary>
    Number,

    /// <summary>A whole number of 64 bits.</summary>
    LongNumber,

    /// <summary>Text, or <c>date</c>.</summary>
    Day,

    /// <summary>Bytes on both.</summary>
    Bytes,
}
