using System.Data.Common;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>
/// Counts what readers say of contacts. By SQL that every database product knows, in one short transaction: it is the one thing that
/// anybody on the internet may write.
/// </summary>
public sealed class ReportDesk(DbDataSource database, TimeProvider time)
{
    private const string Count = """
        INSERT INTO "ReaderReports" ("ContactPointId", "Kind", "Day", "Count")
        SELECT "Id", @kind, @day, 1 FROM "ContactPoints" WHERE "Id" = @contact
        ON CONFLICT ("ContactPointId", "Kind", "Day") DO UPDATE
        SET "Count" = CASE WHEN "ReaderReports"."Count" < @most THEN "ReaderReports"."Count" + 1 ELSE "ReaderReports"."Count" END, "SettledById" = NULL
        """;

    private const string Forget = """DELETE FROM "ReaderReports" WHERE "Day" < @oldest""";

    /// <summary>Counts one report, and forgets those of more than <see cref="ReaderReport.KeptDays"/> days ago.</summary>
    /// <returns>False where there is no such contact any more.</returns>
    /// <exception cref="DbException">It could not be stored: the disk is full, or cannot be written.</exception>
    public async Task<bool> AddAsync(Guid contact, ReportKind kind, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginWritingAsync(cancellationToken);
        var counted = await RunAsync(Count, ("@contact", contact), ("@kind", kind.ToString()), ("@day", today), ("@most", ReaderReport.MaxCount));
        await RunAsync(Forget, ("@oldest", today.AddDays(-ReaderReport.KeptDays)));
        await transaction.CommitAsync(cancellationToken);
        return counted > 0;

        async Task<int> RunAsync(string sql, params (string Name, object Value)[] values)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the statements above.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = transaction;
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
