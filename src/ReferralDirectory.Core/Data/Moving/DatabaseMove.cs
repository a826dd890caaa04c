using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>Copies the whole database of a site to another one, of either product, and proves that both say the same.</summary>
public sealed class DatabaseMove(DbDataSource database, DatabasePlace place, KnownMigrations known)
{
    /// <summary>
    /// Copies every table of the model as it is at one moment, and compares both, value by value. No row is kept in memory for longer than it takes to
    /// write it. The source is only read, and nobody can write to it meanwhile.
    /// </summary>
    /// <param name="target">Empty. It stays so unless all that was read back from it equals the source.</param>
    /// <param name="cancellationToken">Ends it; the target is as it was.</param>
    /// <returns>What was compared, for each table; where one differs, the target was left as it was.</returns>
    /// <exception cref="MoveException">The target is not empty, or a site is running on the source, or a value does not fit.</exception>
    /// <exception cref="DatabaseUnusableException">The source cannot be used.</exception>
    public ImmutableArray<TableProof> Move(MoveTarget target, CancellationToken cancellationToken) => Guarded(target, () =>
    {
        using var start = place.TryLock() ?? throw Running();
        using var use = place.TryUse(alone: true) ?? throw Running();
        var tables = MovedTables.All();
        using var connection = database.OpenConnection();
        if (!SchemaCheck.IsReady(connection, place, known))
        {
            throw place.Unusable("it is not of this version; run 'migrate' first", DatabaseTrouble.Empty);
        }

        using var source = MoveSource.BeginAlone(connection, tables);
        MoveSource.Check(source, place, tables);
        var copy = target.Prepare();
        // Rows that migrations put in, such as the beginning of the log.
        foreach (var table in tables.Reverse())
        {
            MoveTarget.Execute(copy, $"DELETE FROM \"{table.Name}\"");
        }

        foreach (var table in tables)
        {
            target.Write(table, StoredRows.Of(source, table, cancellationToken));
        }

        var proofs = Compare(source, copy, tables, cancellationToken);
        if (proofs.All(proof => proof.IsEqual))
        {
            target.Finish();
        }

        return proofs;
    });

    /// <summary>Compares the source with a database that it was moved to. Both are only read, each as it is at one moment.</summary>
    /// <param name="target">Of this version.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MoveException">The target cannot be read.</exception>
    /// <exception cref="DatabaseUnusableException">The source cannot be used.</exception>
    public ImmutableArray<TableProof> Compare(MoveTarget target, CancellationToken cancellationToken) => Guarded(target, () =>
    {
        using var connection = database.OpenConnection();
        using var source = connection.BeginReading();
        return Compare(source, target.BeginReading(), MovedTables.All(), cancellationToken);
    });

    private static ImmutableArray<TableProof> Compare(DbTransaction source, DbTransaction target, ImmutableArray<MovedTable> tables, CancellationToken cancellationToken) =>
    [
        .. tables.OrderBy(table => table.Name, StringComparer.Ordinal)
            .Select(table => new TableProof(table.Name, TableSum.Of(table, StoredRows.Of(source, table, cancellationToken)), TableSum.Of(table, StoredRows.Of(target, table, cancellationToken)))),
    ];

    private static MoveException Running() => new("A program is using the database. Stop the site, then move again.");

    private ImmutableArray<TableProof> Guarded(MoveTarget target, Func<ImmutableArray<TableProof>> work)
    {
        if (!place.Exists)
        {
            throw place.Unusable("there is no such file", DatabaseTrouble.Gone);
        }

        try
        {
            return work();
        }
        catch (Exception problem) when (problem is NpgsqlException or SqliteException or DbUpdateException or IOException or UnauthorizedAccessException or InvalidCastException or FormatException or JsonException)
        {
            var reason = problem is PostgresException { MessageText: var text } ? text : problem.Message;
            throw new MoveException($"The database was not moved or compared: {reason.ReplaceLineEndings(" ").TrimEnd('.')}. Both are as they were; see to it that the source and the target {target.Name} can be reached and have room, then try again.", problem);
        }
    }
}
