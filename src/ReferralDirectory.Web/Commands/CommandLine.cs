using System.CommandLine;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>What the program can be asked to do. Every command takes the site's settings as <c>--Section:Name value</c>, too.</summary>
public static class CommandLine
{
    /// <returns>The exit code: 0, or 1 where the reason was written to standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Referral Directory: serves the site unless a command is given.") { TreatUnmatchedTokensAsErrors = false };
        root.Subcommands.Add(MigrateCommand.Create(args));
        root.Subcommands.Add(CheckCommand.Create(args));
        root.Subcommands.Add(AuditCommand.Create(args));
        root.Subcommands.Add(AdminCommand.Create(args));
        root.SetAction((_, cancellationToken) => RunSite.RunAsync(args, cancellationToken));
        if (args is [var first, ..] && !first.StartsWith('-') && !first.StartsWith('/') && !first.Contains('=') && root.Subcommands.All(command => command.Name != first))
        {
            return Fail($"There is no command '{first}'; --help lists the commands.");
        }

        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (ContentFaultException faults)
        {
            return Fail(string.Join(Environment.NewLine, faults.Faults.Select(fault => fault.ToString()).Append($"{faults.Faults.Length} faults; nothing was loaded.")));
        }
        catch (Exception problem) when (problem is SettingException or DatabaseUnusableException)
        {
            return Fail(problem.Message);
        }
        catch (InvalidDataException problem)
        {
            return Fail($"A settings file cannot be read: {problem.Message} {problem.InnerException?.Message}");
        }
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }
}
