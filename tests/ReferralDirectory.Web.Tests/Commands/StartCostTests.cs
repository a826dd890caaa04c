using System.Text.RegularExpressions;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>
/// What a start on a ready database may cost until its first page is there; docs/performance.md says why, and what to do where one of
/// these fails. tests/load/start measures the time itself, which is no matter for a test.
/// </summary>
public sealed partial class StartCostTests
{
    /// <summary>Above what it takes now by a few: a change that brings a dozen has to be looked at.</summary>
    private const int MostCompiled = 700;

    // The libraries that come with the site, and no others.
    private static readonly string[] Libraries =
    [
        "ReferralDirectory.Web", "ReferralDirectory.Web.resources", "ReferralDirectory.Core",
        "Serilog", "Serilog.Extensions.Logging", "Serilog.Sinks.Console",
        "Microsoft.Data.Sqlite", "SQLitePCLRaw.batteries_v2", "SQLitePCLRaw.core", "SQLitePCLRaw.provider.e_sqlite3",
        // Its types stand in signatures; nothing of it runs.
        "Microsoft.EntityFrameworkCore",
    ];

    // Of the framework, what has come in before and was taken out again.
    private static readonly string[] Never =
    [
        "System.Text.RegularExpressions", "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.Diagnostics.HealthChecks",
        "Microsoft.AspNetCore.Cors", "Microsoft.AspNetCore.Mvc.DataAnnotations", "Microsoft.AspNetCore.Mvc.ApiExplorer",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AStart_LoadsNothingThatTheFirstPageCanDoWithout()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which files a process has mapped is read from /proc.");
        using var folder = new TempFolder();
        await MigrateAsync(folder);

        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        await client.GetStringAsync(SiteFixture.Ru, Cancel);

        var loaded = process.LoadedLibraries();
        var ours = Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("ReferralDirectory.Core", loaded);
        Assert.Empty(loaded.Intersect(ours).Except(Libraries));
        Assert.Empty(loaded.Intersect(Never));
    }

    [Fact]
    public async Task AStart_CompilesNoMoreThanItHasTo()
    {
        using var folder = new TempFolder();
        await MigrateAsync(folder);

        var environment = new Dictionary<string, string> { ["DOTNET_JitStdOutFile"] = folder["jit.txt"], ["DOTNET_JitDisasmSummary"] = "1" };
        await using var process = new SiteProcess(folder, environment, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        await client.GetStringAsync(SiteFixture.Ru, Cancel);

        // Our own code and that of packages is compiled here and not when it is published; the framework's is compiled in both only
        // where it could not be before: mostly generic methods for types that it does not know.
        var compiled = (await File.ReadAllLinesAsync(folder["jit.txt"], Cancel)).Select(line => Compiled().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["method"].Value).Where(method => !Own().IsMatch(method)).Order(StringComparer.Ordinal).ToList();
        Assert.True(compiled.Count > 300, "The list of compiled methods is not what this test takes it for.");
        Assert.True(compiled.Count <= MostCompiled, $"{compiled.Count} methods of the framework were compiled, {MostCompiled} may be:{Environment.NewLine}{string.Join(Environment.NewLine, compiled)}");
    }

    private static async Task MigrateAsync(TempFolder folder)
    {
        await using var process = new SiteProcess(folder, "migrate");
        Assert.Equal(0, await process.ExitAsync(Cancel));
    }

    [GeneratedRegex(@"^ *\d+: JIT compiled (?<method>.+) \[(?!Tier1)[^\]]*, IL size=")]
    private static partial Regex Compiled();

    [GeneratedRegex(@"^(ReferralDirectory|AspNetCoreGeneratedDocument|Program|Microsoft\.Data\.Sqlite|SQLitePCL|Microsoft\.EntityFrameworkCore)")]
    private static partial Regex Own();
}
