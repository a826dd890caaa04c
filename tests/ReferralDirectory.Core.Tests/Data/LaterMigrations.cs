using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace ReferralDirectory.Core.Tests.Data;

#pragma warning disable EF1001 // The only way to add a migration without a second set of migrations to keep in step.
/// <summary>The migrations of the program and one more, as a later version of it would have them.</summary>
internal sealed class LaterMigrations(
    ICurrentDbContext current,
    IDbContextOptions options,
    IMigrationsIdGenerator ids,
    IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
    : MigrationsAssembly(current, options, ids, logger)
{
    public const string Added = "99991231235959_Later";

    public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
        new SortedList<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal) { { Added, typeof(Later).GetTypeInfo() } };

    [Migration(Added)]
    private sealed class Later : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable("Later", table => new { Id = table.Column<int>() });
    }
}
#pragma warning restore EF1001
