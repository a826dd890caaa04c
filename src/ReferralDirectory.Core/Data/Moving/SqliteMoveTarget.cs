using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data.Backups;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>A new file. It gets its name when everything is in it and on the disk.</summary>
internal sealed class SqliteMoveTarget(DatabaseFile file) : MoveTarget
{
    private readonly string part = file.Path + DatabaseBackup.Unfinished;
    private SqliteConnection? connection;
    private DbTransaction? transaction;
    private bool isMine;

    internal override string Name => $"'{file.Path}'";

    internal override DbTransaction Prepare()
    {
        ThrowIfFilled();
        NewFile.Reserve(part);
        isMine = true;
        var settings = new SqliteConnectionStringBuilder { DataSource = part, ForeignKeys = true, Pooling = false }.ToString();
        using (var db = new SqliteDirectoryDb(new DbContextOptionsBuilder<SqliteDirectoryDb>().UseSqlite(settings).Options))
        {
            db.Database.Migrate();
        }

        connection = new SqliteConnection(settings);
        connection.Open();
        transaction = connection.BeginTransaction(PlainTransactions.SqliteWriting);
        // Rows of a table may belong to one another.
        Execute(transaction, "PRAGMA defer_foreign_keys=ON");
        return transaction;
    }

    internal override DbTransaction BeginReading()
    {
        if (!File.Exists(file.Path))
        {
            throw new MoveException($"There is no target {Name} to compare with. Move the database there first.");
        }

        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return transaction = connection.BeginTransaction(PlainTransactions.SqliteReading);
    }

    internal override void Write(MovedTable table, IEnumerable<object?[]> rows)
    {
        using var command = connection!.CreateCommand();
#pragma warning disable CA2100 // Names of the model.
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        command.Transaction = (SqliteTransaction)transaction!;
        var parameters = table.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    internal override void Finish()
    {
        transaction!.Commit();
        using (var command = connection!.CreateCommand())
        {
            command.CommandText = "PRAGMA journal_mode=DELETE";
            command.ExecuteNonQuery();
        }

        connection.Dispose();
        ThrowIfFilled();
        NewFile.Name(part, file.Path);
        isMine = false;
    }

    // A log of a database that is gone would be read into the new one.
    private void ThrowIfFilled()
    {
        if (DatabaseFile.Beside.Prepend("").FirstOrDefault(end => Path.Exists(file.Path + end)) is { } end)
        {
            throw Filled($"'{file.Path}{end}'");
        }
    }

    protected override void Dispose(bool disposing)
    {
        transaction?.Dispose();
        connection?.Dispose();
        if (isMine)
        {
            NewFile.Delete(part);
        }
    }
}
