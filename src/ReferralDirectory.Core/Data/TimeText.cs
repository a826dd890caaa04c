using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ReferralDirectory.Core.Data;

/// <summary>
/// A time, UTC, as the text that SQLite's driver writes. PostgreSQL's own type would cut it to a microsecond, and the audit log proves its
/// times to a tenth of that; so a directory says the same on both, to the byte. Such texts stand in the order of their times.
/// </summary>
internal sealed class TimeText() : ValueConverter<DateTime, string>(time => Write(time), text => Read(text))
{
    public const int MaxLength = 27;

    private const string Format = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    /// <summary>As it is stored.</summary>
    public static string Write(DateTime time) => time.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>What was stored.</summary>
    public static DateTime Read(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
