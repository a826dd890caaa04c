using System.Globalization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>
/// How far the log went, as somebody wrote it down where nobody who may write to the database can reach it. A log that was computed anew since
/// does not fit it.
/// </summary>
/// <param name="Number"><see cref="AuditEntry.Number"/> of the entry that was the last.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditMark(long Number, string Hash)
{
    private const char Between = ':';

    /// <summary>Reads what <see cref="ToString"/> wrote, with capitals, and spaces or line breaks anywhere; null for anything else.</summary>
    public static AuditMark? Parse(string text)
    {
        var parts = string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Split(Between);
        return parts is [var number, { Length: AuditHead.HashLength } hash] && hash.All(char.IsAsciiHexDigit)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) && entry > 0
            ? new AuditMark(entry, hash.ToLowerInvariant())
            : null;
    }

    /// <summary>Number and hash, with a colon between them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}{Between}{Hash}");
}
