using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data;

/// <summary>The directory in a PostgreSQL database: owns <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresDirectoryDb(DbContextOptions<PostgresDirectoryDb> options) : DirectoryDb(options)
{
    /// <summary>Texts are compared and ordered by their bytes, as SQLite does; not as the server's language would.</summary>
    private const string Bytewise = "C";

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(PlainTransactions.PostgresWriting, cancellationToken);
        try
        {
            await Database.ExecuteSqlRawAsync(PlainTransactions.PostgresTurn, cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(PlainTransactions.PostgresReading, cancellationToken);

    internal override string TextOf(string column) => $"""
        (CASE pg_typeof("{column}") WHEN 'uuid'::regtype THEN upper("{column}"::text) WHEN 'boolean'::regtype THEN ("{column}"::text = 'true')::int::text ELSE "{column}"::text END COLLATE "{Bytewise}")
        """;

    internal override string LiteralOf(string column) => $"""
        (CASE WHEN "{column}" IS NULL THEN 'NULL' WHEN pg_typeof("{column}") IN ('boolean'::regtype, 'integer'::regtype, 'bigint'::regtype) THEN {TextOf(column)} ELSE '''' || replace({TextOf(column)}, '''', '''''') || '''' END COLLATE "{Bytewise}")
        """;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<TimeText>().HaveMaxLength(TimeText.MaxLength).UseCollation(Bytewise);
        configurationBuilder.Properties<string>().HaveConversion<TextWithoutNull>().UseCollation(Bytewise);
        configurationBuilder.Properties<Slug>().UseCollation(Bytewise);
        configurationBuilder.Properties<LanguageTag>().UseCollation(Bytewise);
        configurationBuilder.Properties<Enum>().UseCollation(Bytewise);
    }
}
