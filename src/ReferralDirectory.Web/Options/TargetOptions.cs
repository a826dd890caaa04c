using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Moving;

namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Target</c>: where <c>move-database</c> leads. As settings, so that a password need not stand in the list of processes.</summary>
public sealed class TargetOptions
{
    /// <summary>Where to.</summary>
    public required DatabaseOptions Database { get; init; }

    /// <param name="configuration">All settings.</param>
    /// <param name="root">Where a relative path starts.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static TargetOptions Read(IConfiguration configuration, string root)
    {
        const string Name = "Target";
        var section = new SettingsSection(configuration, Name, nameof(DatabaseOptions.Provider), nameof(DatabaseOptions.Path), nameof(DatabaseOptions.ConnectionString));
        section.Text(nameof(DatabaseOptions.Provider), "", "it must say where to move the database: SQLite or PostgreSQL.");
        var database = DatabaseOptions.Read(configuration, root, Name);
        section.Require(database.IsPostgres || section.Text(nameof(DatabaseOptions.Path), "").Length > 0, nameof(DatabaseOptions.Path), "it must be the path of a new file.");
        return new TargetOptions { Database = database };
    }

    /// <summary>The target.</summary>
    internal MoveTarget Open() => Database.IsPostgres
        ? MoveTarget.Of(new DatabaseServer(Database.ConnectionString))
        : MoveTarget.Of(new DatabaseFile(Database.Path));
}
