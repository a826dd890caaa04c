using System.Data.Common;
using System.Globalization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// What of the public's changed, as the audit log tells: whatever changes it writes an entry there in the same transaction, and the
/// entries of one are committed before the next begins.
/// </summary>
/// <param name="UpTo"><see cref="AuditEntry.Number"/> of the last entry.</param>
/// <param name="All">True where more than organisations changed, or the log is another one: a backup was restored.</param>
/// <param name="Organisations">Those that changed.</param>
/// <param name="TakenDown">Those of them that are down now.</param>
internal sealed record Changes(long UpTo, bool All, IReadOnlySet<Guid> Organisations, IReadOnlySet<Guid> TakenDown)
{
    private const string Actions = $"'{nameof(AuditAction.Published)}', '{nameof(AuditAction.TakenDown)}', '{nameof(AuditAction.BroughtBack)}', '{nameof(AuditAction.Confirmed)}', '{nameof(AuditAction.ConfirmationUndone)}', '{nameof(AuditAction.Loaded)}'";

    private static readonly HashSet<Guid> Nothing = [];

    /// <summary>False where the public sees what it saw.</summary>
    public bool Any => All || Organisations.Count > 0;

    /// <summary>How far the log goes; 0 where it is empty.</summary>
    public static long Number(DbDataSource database, CancellationToken cancellationToken)
    {
        using var snapshot = Snapshot.Take(database);
        return Number(snapshot, cancellationToken);
    }

    /// <param name="database">Where the log is.</param>
    /// <param name="since">The last entry that is known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Changes Since(DbDataSource database, long since, CancellationToken cancellationToken)
    {
        using var snapshot = Snapshot.Take(database);
        var upTo = Number(snapshot, cancellationToken);
        if (upTo <= since)
        {
            return new Changes(upTo, upTo < since, Nothing, Nothing);
        }

        var (all, organisations, down) = (false, new HashSet<Guid>(), new HashSet<Guid>());
        snapshot.Read(string.Create(CultureInfo.InvariantCulture, $"SELECT \"SubjectKind\", \"SubjectId\", \"Action\" FROM \"AuditEntries\" WHERE \"Number\" > {since} AND \"Action\" IN ({Actions}) ORDER BY \"Number\""), row =>
        {
            var (isOrganisation, id) = (row.GetString(0) == nameof(AuditSubject.Organisation), row.GetGuid(1));
            all |= !isOrganisation;
            if (isOrganisation)
            {
                organisations.Add(id);
                _ = row.GetString(2) == nameof(AuditAction.TakenDown) ? down.Add(id) : down.Remove(id);
            }

            return row;
        }, cancellationToken);
        return new Changes(upTo, all, organisations, down);
    }

    private static long Number(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var number = 0L;
        snapshot.Read("SELECT \"Number\" FROM \"AuditHeads\"", row =>
        {
            number = row.GetInt64(0);
            return row;
        }, cancellationToken);
        return number;
    }
}
