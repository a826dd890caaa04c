namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Which database.</summary>
    public required string Provider { get; init; }

    /// <summary>The SQLite file; a relative path starts at the program's working folder.</summary>
    public required string Path { get; init; }

    /// <param name="configuration">All settings.</param>
    /// <param name="root">Where a relative path starts.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static DatabaseOptions Read(IConfiguration configuration, string root)
    {
        var section = new SettingsSection(configuration, "Database", nameof(Provider), nameof(Path));
        var provider = section.Text(nameof(Provider), "SQLite");
        section.Require(provider is "SQLite" or "", nameof(Provider), "it must be SQLite.");
        return new DatabaseOptions
        {
            Provider = provider,
            Path = System.IO.Path.GetFullPath(section.Text(nameof(Path), "referral-directory.db", "it must be the path of a file."), root),
        };
    }
}
