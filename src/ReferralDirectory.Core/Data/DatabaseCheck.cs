using System.Data.Common;

namespace ReferralDirectory.Core.Data;

/// <summary>Asks the database whether it can be used. By SQL, and at most once at a time, however many want to know: anybody may ask.</summary>
/// <remarks>
/// It changes nothing, and so does not see everything. On SQLite it sees a file that is gone, damaged, or was opened to be read only; a disk
/// that is full, or a folder that cannot be written, by writing two pages into a file beside it that is gone at once. It does not see a file
/// that another program keeps locked: whoever writes locks it, too. On PostgreSQL it sees whether the server lets this session write; it does not
/// see a full disk before a write fails, nor rights that are missing on a table.
/// </remarks>
public sealed class DatabaseCheck(DbDataSource database, DatabasePlace place, KnownMigrations known, TimeProvider time)
{
    /// <summary>After so many seconds a question is given up, and the next may be asked. Whoever asks waits for as long as they want.</summary>
    private const int GivenUpSeconds = 5;

    private readonly Lock asking = new();
    private Task<DatabaseState>? answer;

    /// <summary>What it says.</summary>
    /// <param name="patience">When it has said nothing by then, it does not answer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<DatabaseState> AskAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await Ask().WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new DatabaseState(DatabaseTrouble.NoAnswer, null, null);
        }
    }

    private Task<DatabaseState> Ask()
    {
        lock (asking)
        {
            return answer is { IsCompleted: false } ? answer : answer = Task.Run(Look);
        }
    }

    private DatabaseState Look()
    {
        string? version = null;
        try
        {
            // To open a file that is not there would make it.
            if (!place.Exists)
            {
                return new DatabaseState(DatabaseTrouble.Gone, null, null);
            }

            using var connection = database.OpenConnection();
            version = connection.ServerVersion;
            using var command = connection.CreateCommand();
            command.CommandTimeout = GivenUpSeconds;
            return Read(connection, command) with { Version = version };
        }
        catch (Exception problem)
        {
            return new DatabaseState(place.TroubleOf(problem) ?? DatabaseTrouble.NoAnswer, version, null);
        }
    }

    private DatabaseState Read(DbConnection connection, DbCommand command)
    {
        if (!SchemaCheck.HasTables(command, place))
        {
            return new DatabaseState(DatabaseTrouble.Empty, null, null);
        }

        var applied = SchemaCheck.Applied(command);
        DatabaseTrouble? trouble = !applied.IsSubsetOf(known.Ids) ? DatabaseTrouble.Newer
            : !SchemaCheck.HasCountry(command) ? DatabaseTrouble.Empty
            : place.FindWritingTrouble(connection);
        return new DatabaseState(trouble, null, applied.Max(StringComparer.Ordinal));
    }
}
