using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Core.Data;

/// <summary>The directory in one SQLite file: owns <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteDirectoryDb(DbContextOptions<SqliteDirectoryDb> options) : DirectoryDb(options);
