using System.Globalization;

namespace ReferralDirectory.Core.Data;

/// <summary>Reads what a column holds as text, where somebody may have written there what the program never would.</summary>
internal static class StoredText
{
    /// <summary>A time, UTC.</summary>
    public static bool TryReadTime(string? text, out DateTime time) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    /// <summary>A time, or none.</summary>
    public static bool TryReadTimeOrNull(string? text, out DateTime? time)
    {
        time = TryReadTime(text, out var read) ? read : null;
        return text is null || time is not null;
    }

    /// <summary>An id as it is stored, or none: the same written otherwise is not found by queries.</summary>
    public static bool TryReadId(string? text, out Guid? id)
    {
        id = text is not null && IsId(text) ? Guid.Parse(text) : null;
        return text is null || id is not null;
    }

    /// <summary>True for an id as it is stored: the same id written otherwise would be a second row.</summary>
    public static bool IsId(string text) => Guid.TryParseExact(text, "D", out var read) && OfId(read) == text;

    /// <summary>An id as it is stored.</summary>
    public static string OfId(Guid id) => id.ToString("D").ToUpperInvariant();

    /// <summary>By its name alone: a number would be read as well.</summary>
    public static bool TryReadName<T>(string? text, out T value)
        where T : struct, Enum => Enum.TryParse(text, out value) && value.ToString() == text && Enum.IsDefined(value);
}
