using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>Runs a command of the program to its end.</summary>
internal static class CommandRun
{
    /// <summary>What it wrote; fails where it ends with another exit code.</summary>
    public static async Task<string> OutputAsync(TempFolder folder, int exitCode, params string[] arguments)
    {
        await using var program = new SiteProcess(folder, arguments);
        var code = await program.ExitAsync(TestContext.Current.CancellationToken);
        Assert.True(code == exitCode, $"Exit code {code}: {program.Output}");
        return program.Output;
    }
}
