using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>The end of the log as its row says it, in texts: see <see cref="AuditRow"/>.</summary>
internal sealed class AuditHeadRow
{
    public required string? Id { get; init; }

    public required string? Number { get; init; }

    public required string? Hash { get; init; }

    /// <summary>The end of the log; null where there is none, several, or one that says what none could say.</summary>
    public static async Task<AuditHead?> ReadAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Ask<AuditHeadRow>($"SELECT {db.TextsOf(nameof(Id), nameof(Number), nameof(Hash))} FROM \"AuditHeads\"")
            .Take(2).ToListAsync(cancellationToken);
        return rows is [{ Id: { } id, Number: { } text, Hash: { } hash }] && id == AuditHead.OnlyId.ToString(CultureInfo.InvariantCulture)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditHead { Number = number, Hash = hash }
            : null;
    }
}
