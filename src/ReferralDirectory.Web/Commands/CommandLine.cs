using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Core.Data.Moving;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>What the program can be asked to do. Every command takes the site's settings as <c>--Section:Name value</c>, too.</summary>
public static class CommandLine
{
    /// <returns>The exit code: 0, or 1 where the reason was written to standard error.</returns>
    public static int Run(string[] args)
    {
        try
        {
            // Most starts name no command. The parser of commands would take longer to load than anything it does for them.
            return CommandWords.AreIn(args) ? CommandTree.Run(args) : RunSite.Run(args);
        }
        catch (ContentFaultException faults)
        {
            return Fail(string.Join(Environment.NewLine, faults.Faults.Select(fault => fault.ToString()).Append($"{faults.Faults.Length} faults; nothing was loaded.")));
        }
        catch (Exception problem) when (problem is SettingException or DatabaseUnusableException or BackupException or MoveException)
        {
            return Fail(problem.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail("The command was stopped before it was done.");
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
