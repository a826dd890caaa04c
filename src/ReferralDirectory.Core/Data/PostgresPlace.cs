using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace ReferralDirectory.Core.Data;

/// <summary>A database of a PostgreSQL server, in which somebody made it, empty, for this site.</summary>
internal sealed class PostgresPlace(DatabaseServer server, DbDataSource database) : DatabasePlace
{
    /// <summary>Taken by starts, one after the other.</summary>
    internal const string Lock = "SELECT pg_try_advisory_xact_lock(5641302)";

    /// <summary>Shared by running sites, each for as long as it listens; taken alone by whoever needs all of them stopped.</summary>
    private const int Use = 5641304;

    private const string Told = "referral_directory_told";

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private readonly NpgsqlConnectionStringBuilder settings = new(server.ConnectionString);

    public override bool Exists => true;

    public override string Product => "PostgreSQL";

    protected override string Name => $"'{settings.Database}' on {settings.Host}";

    protected override string Advice => "Check Database__ConnectionString, or restore a backup.";

    internal override string Tables => "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()";

    public override bool IsShared => true;

    // The trigger of the first migration notifies the one channel, and instances the other.
    public override async Task ListenAsync(Action heard, Action<string> told, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, notification) =>
        {
            if (notification.Channel == Told)
            {
                told(notification.Payload);
            }
            else
            {
                heard();
            }
        };
        await using (var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock_shared({Use}); LISTEN {Told}; LISTEN referral_directory", connection))
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is false)
            {
                throw Unusable("it is being moved", DatabaseTrouble.NoAnswer);
            }
        }

        // What was told before anybody listened.
        heard();
        while (true)
        {
            // A connection that a firewall forgot says nothing either.
            if (!await connection.WaitAsync(LongestSilence, cancellationToken))
            {
                await using var alive = new NpgsqlCommand("SELECT 1", connection);
                await alive.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    public override async Task TellAsync(string text, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT pg_notify('{Told}', $1)", connection) { Parameters = { new() { Value = text } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override DatabaseUnusableException? Refusal(Exception problem)
    {
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            // The whole message of the server has lines with the place in a statement, which help nobody who starts the program.
            var reason = inner switch
            {
                PostgresException { MessageText: var text } => text,
                NpgsqlException => inner.Message,
                SocketException => $"{settings.Host} cannot be reached: {inner.Message}",
                _ => null,
            };
            if (reason is not null)
            {
                return Unusable(reason, TroubleOf(inner) ?? DatabaseTrouble.Damaged, inner);
            }
        }

        return null;
    }

    protected override DatabaseTrouble? TroubleOf(DbException problem) => problem is NpgsqlException found ? PostgresTroubles.Of(found) : null;

    internal override DatabaseTrouble? FindWritingTrouble(DbConnection connection) => PostgresTroubles.OfWriting(connection);

    // Of the transaction, not of the session: a pool that keeps the session open would keep such a lock with it.
    internal override IDisposable? TryLock() => TryTake(Lock);

    // Two of whose ids the numbers are alike wait for each other, which harms nobody.
    internal override IDisposable? TryHold(Guid work) => TryTake(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_try_advisory_xact_lock(5641303, {work.GetHashCode()})"));

    // A start holds nothing: a session of its own would be one more for each instance. Whoever listens does, from a second after the start.
    internal override IDisposable? TryUse(bool alone) => alone ? TryTake($"SELECT pg_try_advisory_xact_lock({Use})") : Stream.Null;

    private HeldLock? TryTake(string sql)
    {
        var held = new HeldLock(database.OpenConnection());
        try
        {
            if (held.TryTake(sql))
            {
                return held;
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }

        held.Dispose();
        return null;
    }

    private sealed class HeldLock(DbConnection connection) : IDisposable
    {
        public bool TryTake(string sql)
        {
            using var command = connection.CreateCommand();
            command.Transaction = connection.BeginTransaction();
#pragma warning disable CA2100 // One of those above.
            command.CommandText = sql;
#pragma warning restore CA2100
            return command.ExecuteScalar() is true;
        }

        // Rolls back, and so gives the lock back.
        public void Dispose() => connection.Dispose();
    }
}
