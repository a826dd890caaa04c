using System.Data.Common;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>The database that another is moved to. Dispose it: where <see cref="Finish"/> was not called, nothing is left then.</summary>
public abstract class MoveTarget : IDisposable
{
    /// <summary>A file that is not there yet.</summary>
    public static MoveTarget Of(DatabaseFile file) => new SqliteMoveTarget(file);

    /// <summary>An empty database of a server.</summary>
    public static MoveTarget Of(DatabaseServer server) => new PostgresMoveTarget(server);

    /// <summary>Its name in a sentence; no password.</summary>
    internal abstract string Name { get; }

    /// <summary>Makes the schema, in a transaction that <see cref="Finish"/> ends.</summary>
    /// <exception cref="MoveException">There is something already.</exception>
    internal abstract DbTransaction Prepare();

    /// <summary>Begins to read what is there at one moment.</summary>
    /// <exception cref="MoveException">There is no such database.</exception>
    internal abstract DbTransaction BeginReading();

    /// <summary>Writes a table as its rows come.</summary>
    internal abstract void Write(MovedTable table, IEnumerable<object?[]> rows);

    /// <summary>Makes it stay. Until here nobody else has seen anything of it.</summary>
    internal abstract void Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);

    /// <summary>Runs a statement.</summary>
    internal static object? Execute(DbTransaction transaction, string sql)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // Written here or made of the model.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    internal static MoveException Filled(string name) => new($"The target {name} is not empty, and is kept. Name one that is.");
}
