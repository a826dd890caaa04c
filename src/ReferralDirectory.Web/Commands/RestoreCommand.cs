using System.CommandLine;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Backups;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>restore FILE</c>: puts a backup in the place of the SQLite file, which is kept. The site must be stopped.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file that was written by 'backup', or by the site's schedule." };
        var command = new Command(CommandWords.Restore, "Put a backup in the place of the database (SQLite), which is kept beside it. The site must be stopped.") { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(file);
        command.SetAction((parsed, cancellationToken) => RestoreAsync(parsed.GetValue(file)!, [.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task<int> RestoreAsync(string path, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.BuildServices(settings);
        var restore = app.Services.GetService<DatabaseRestore>()
            ?? throw new BackupException("This site's database is on PostgreSQL: restore it with pg_restore, as docs/backup.md shows.");
        var replaced = restore.Restore(Path.GetFullPath(path), cancellationToken);
        Console.WriteLine($"The backup is restored: {path}");
        Console.WriteLine($"The site's database is {app.Services.GetRequiredService<DatabaseFile>().Path}");
        Console.WriteLine(replaced is null ? "There was none before: look whether that is the file of the site, or whether its settings were missing." : $"The database of before is kept: {replaced}");
        Console.WriteLine("Start the site; 'audit verify' says whether all is as its log tells.");
        return 0;
    }
}
