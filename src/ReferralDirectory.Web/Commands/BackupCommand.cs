using System.CommandLine;
using ReferralDirectory.Core.Data.Backups;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>backup FILE</c>: copies the SQLite file, also while the site runs and is edited.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where. It must not exist yet." };
        var command = new Command(CommandWords.Backup, "Copy the database (SQLite) to a new file, also while the site runs, and look whether the copy is whole.") { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(file);
        command.SetAction((parsed, cancellationToken) => WriteAsync(parsed.GetValue(file)!, [.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(string path, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.BuildServices(settings);
        var backup = app.Services.GetService<DatabaseBackup>()
            ?? throw new BackupException("This site's database is on PostgreSQL: back it up with pg_dump, as docs/backup.md shows.");
        backup.Write(Path.GetFullPath(path), cancellationToken);
        Console.WriteLine($"The backup is written and whole: {path}");
        return 0;
    }
}
