using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    private const string Sqlite = "SQLite";
    private const string Postgres = "PostgreSQL";

    /// <summary>Which database: SQLite, or PostgreSQL.</summary>
    public required string Provider { get; init; }

    /// <summary>The SQLite file; a relative path starts at the program's working folder.</summary>
    public required string Path { get; init; }

    /// <summary>Where the PostgreSQL database is, as Npgsql reads it. Empty for SQLite.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>False where a start that finds none is not to make one.</summary>
    public required bool Create { get; init; }

    /// <summary>False for SQLite.</summary>
    internal bool IsPostgres => Provider == Postgres;

    /// <param name="configuration">All settings.</param>
    /// <param name="root">Where a relative path starts.</param>
    /// <param name="name">The section.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static DatabaseOptions Read(IConfiguration configuration, string root, string name = "Database")
    {
        var section = new SettingsSection(configuration, name, nameof(Provider), nameof(Path), nameof(ConnectionString), nameof(Create));
        var options = new DatabaseOptions
        {
            Provider = section.Text(nameof(Provider), Sqlite),
            Path = System.IO.Path.GetFullPath(section.Text(nameof(Path), "referral-directory.db", "it must be the path of a file."), root),
            ConnectionString = section.Text(nameof(ConnectionString), ""),
            Create = section.YesOrNo(nameof(Create), true),
        };
        section.Require(options.Provider is Sqlite or Postgres or "", nameof(Provider), "it must be SQLite or PostgreSQL.");
        // Whoever forgot the provider would edit a file, and not the database that they named. What was typed is not shown again: it holds a password.
        section.Require(options.IsPostgres || options.ConnectionString.Length == 0, nameof(ConnectionString), $"it is for PostgreSQL; set {name}:Provider to that, too.");
        section.Require(
            !options.IsPostgres || DatabaseServer.IsConnectionString(options.ConnectionString),
            nameof(ConnectionString),
            "it must name the server and the database, such as Host=localhost;Database=directory;Username=directory;Password=…");
        return options;
    }

    /// <summary>Registers the database.</summary>
    /// <param name="services">Of the site.</param>
    /// <param name="contentPath">The folder that an empty one is filled from.</param>
    internal void AddTo(IServiceCollection services, string contentPath)
    {
        var content = new ContentFolder(contentPath, Create);
        _ = IsPostgres ? services.AddPostgresDirectory(new DatabaseServer(ConnectionString), content) : services.AddSqliteDirectory(new DatabaseFile(Path), content);
    }
}
