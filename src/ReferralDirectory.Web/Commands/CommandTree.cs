using System.CommandLine;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>The commands, and what they say of themselves.</summary>
internal static class CommandTree
{
    /// <exception cref="SettingException">There is no such command.</exception>
    public static int Run(string[] args)
    {
        var root = new RootCommand("Referral Directory: serves the site unless a command is given.") { TreatUnmatchedTokensAsErrors = false };
        root.Subcommands.Add(MigrateCommand.Create(args));
        root.Subcommands.Add(CheckCommand.Create(args));
        root.Subcommands.Add(AuditCommand.Create());
        root.Subcommands.Add(AdminCommand.Create(args));
        root.Subcommands.Add(ExportCommand.Create(args));
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        root.Subcommands.Add(MoveDatabaseCommand.Create());
        root.SetAction(_ => RunSite.Run(args));
        if (CommandWords.StartsWithWord(args) && root.Subcommands.All(command => command.Name != args[0]))
        {
            throw new SettingException($"There is no command '{args[0]}'; --help lists the commands.");
        }

        return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
