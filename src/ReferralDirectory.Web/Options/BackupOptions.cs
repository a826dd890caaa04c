using ReferralDirectory.Core.Data.Backups;

namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Backup</c>: the backups that a running site makes by itself, on SQLite. Without <see cref="Folder"/> it makes none.</summary>
public sealed class BackupOptions
{
    private static readonly BackupOptions Default = new();

    /// <summary>Where they are kept; a relative path starts at the program's working folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Hours from one to the next.</summary>
    public int EveryHours { get; init; } = 24;

    /// <summary>How many are kept.</summary>
    public int Keep { get; init; } = 14;

    /// <param name="configuration">All settings.</param>
    /// <param name="root">Where a relative path starts.</param>
    /// <param name="database">What is backed up.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static BackupOptions Read(IConfiguration configuration, string root, DatabaseOptions database)
    {
        var section = new SettingsSection(configuration, "Backup", nameof(Folder), nameof(EveryHours), nameof(Keep));
        var folder = section.Text(nameof(Folder), Default.Folder);
        var options = new BackupOptions
        {
            Folder = folder.Length > 0 ? Path.GetFullPath(folder, root) : "",
            EveryHours = section.Number(nameof(EveryHours), Default.EveryHours, 1, 24 * 30, "hours"),
            Keep = section.Number(nameof(Keep), Default.Keep, 1, 10_000, "backups"),
        };
        section.Require(options.Folder.Length == 0 || !database.IsPostgres, nameof(Folder), "it is for SQLite; leave it empty, and have pg_dump back PostgreSQL up.");
        // Not made here: a disk that is not there today would be filled in another place.
        section.Require(options.Folder.Length == 0 || Directory.Exists(options.Folder), nameof(Folder), $"there is no folder '{options.Folder}'; make it, or name another.");
        return options;
    }

    /// <summary>Registers the schedule, if there is one.</summary>
    internal void AddTo(IServiceCollection services)
    {
        if (Folder.Length > 0)
        {
            services.AddSingleton(new BackupPlan(Folder, TimeSpan.FromHours(EveryHours), Keep));
            services.AddSingleton<BackupSchedule>();
        }
    }
}
