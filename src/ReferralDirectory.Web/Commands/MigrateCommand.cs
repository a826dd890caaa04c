using System.CommandLine;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>migrate</c>: makes the database ready, and stops.</summary>
internal static class MigrateCommand
{
    public static Command Create(string[] args)
    {
        var command = new Command(CommandWords.Migrate, "Bring the database to this version, fill it where it is empty, and stop.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = SiteHost.Build(args[1..]);
            await SiteHost.PrepareAsync(app, cancellationToken);
            Console.WriteLine("The database is ready.");
            return 0;
        });
        return command;
    }
}
