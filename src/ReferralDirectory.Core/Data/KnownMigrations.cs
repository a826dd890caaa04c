using System.Collections.Immutable;
using System.Reflection;

namespace ReferralDirectory.Core.Data;

/// <summary>The migrations of this program.</summary>
/// <param name="Ids">As EF Core writes them into the database's history.</param>
/// <remarks>
/// EF Core knows them, too, but takes half a second to say so, since it builds its model first. The build writes the names of
/// the files in <c>Migrations</c> into the assembly; a test holds them to what EF Core says.
/// </remarks>
public sealed record KnownMigrations(ImmutableArray<string> Ids)
{
    /// <summary>Those of <c>Migrations/Sqlite</c>.</summary>
    public static KnownMigrations OfSqlite => Of("SqliteMigration");

    /// <summary>Those of <c>Migrations/Postgres</c>.</summary>
    public static KnownMigrations OfPostgres => Of("PostgresMigration");

    private static KnownMigrations Of(string kind) => new(
        [.. typeof(KnownMigrations).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(attribute => attribute.Value == kind).Select(attribute => attribute.Key)]);
}
