using System.Data;
using System.Data.Common;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// The database as it stands at one moment, read by SQL that every database product knows. Not by EF Core: its model and its
/// queries take longer to build than the whole site takes to start. Tests hold what is read here to what EF Core wrote.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private Snapshot(DbConnection connection, DbTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static async Task<Snapshot> TakeAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            // One transaction: an edit between two reads must not give half of itself. SQLite has no level but serializable;
            // asked for this one, its driver begins as a reader, so that a writer is not waited for.
            return new Snapshot(connection, await connection.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="ReadAsync{T}(string, Chosen, Func{DbDataReader, T}, CancellationToken)"/>
    public Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class => ReadAsync(sql, Chosen.All, read, cancellationToken);

    /// <param name="sql">A statement of this program, with nothing put into it that somebody typed.</param>
    /// <param name="chosen">What the statement chooses by.</param>
    /// <param name="read">Makes something of a row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<List<T>> ReadAsync<T>(string sql, Chosen chosen, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // See the parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        for (var number = 0; number < chosen.Parameters.Count; number++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Chosen.NameOf(number);
            parameter.Value = chosen.Parameters[number];
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<T> all = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            all.Add(read(rows));
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
