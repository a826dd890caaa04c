using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReferralDirectory.Core.Data;

/// <summary>The directory in one SQLite file: owns <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteDirectoryDb(DbContextOptions<SqliteDirectoryDb> options) : DirectoryDb(options)
{
    /// <inheritdoc/>
    public override Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(PlainTransactions.SqliteWriting, cancellationToken);

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(PlainTransactions.SqliteReading, cancellationToken);

    internal override string TextOf(string column) => $"CAST(\"{column}\" AS TEXT)";

    internal override string LiteralOf(string column) => $"quote(\"{column}\")";
}
