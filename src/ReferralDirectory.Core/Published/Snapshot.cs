using System.Data.Common;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// The database as it stands at one moment, read by SQL that every database product knows. Not by EF Core: its model and its
/// queries take longer to build than the whole site takes to start. Tests hold what is read here to what EF Core wrote.
/// </summary>
/// <remarks>
/// Nothing here is asynchronous: a file has nothing to wait for, SQLite's driver has no other way, and of each asynchronous method the
/// start has to compile two more.
/// </remarks>
internal sealed class Snapshot : IDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private Snapshot(DbConnection connection, DbTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static Snapshot Take(DbDataSource database)
    {
        var connection = database.OpenConnection();
        try
        {
            // One transaction: an edit between two reads must not give half of itself.
            return new Snapshot(connection, connection.BeginReading());
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="Read{T}(string, Chosen, Func{DbDataReader, T}, CancellationToken)"/>
    public List<T> Read<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class => Read(sql, Chosen.All, read, cancellationToken);

    /// <param name="sql">A statement of this program, with nothing put into it that somebody typed.</param>
    /// <param name="chosen">What the statement chooses by.</param>
    /// <param name="read">Makes something of a row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public List<T> Read<T>(string sql, Chosen chosen, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        using var command = connection.CreateCommand();
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

        using var rows = command.ExecuteReader();
        List<T> all = [];
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add(read(rows));
        }

        return all;
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
