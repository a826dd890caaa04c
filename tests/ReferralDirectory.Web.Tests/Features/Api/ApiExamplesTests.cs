using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>The examples of docs/api.md work as they stand there.</summary>
public sealed class ApiExamplesTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryExample_Answers()
    {
        // Where everything must be there, a missing curl fails below.
        Assert.SkipUnless(File.Exists("/usr/bin/curl") || Environment.GetEnvironmentVariable("TESTS_REQUIRE_EVERYTHING") is not null, "The examples are for curl.");
        var all = (await site.GetAsync("/services")).GetProperty("total_items").GetInt32();
        var lines = await File.ReadAllLinesAsync(Document(), Cancel);
        var examples = lines.Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Count >= 8);
        foreach (var example in examples)
        {
            var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = site.Site.Folder.Path };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(example.Replace("http://localhost:5080", site.Site.Address.ToString().TrimEnd('/'), StringComparison.Ordinal));
            using var curl = Process.Start(start)!;
            var output = curl.StandardOutput.ReadToEndAsync(Cancel);
            var error = await curl.StandardError.ReadToEndAsync(Cancel);
            await curl.WaitForExitAsync(Cancel);

            Assert.True(curl.ExitCode == 0, $"{example}: {error}");
            Assert.True((await output).Length > 0 || example.Contains("--output", StringComparison.Ordinal) || example.Contains("--remote", StringComparison.Ordinal), example);
            if (example.Contains("search=", StringComparison.Ordinal))
            {
                Assert.InRange(JsonSerializer.Deserialize<JsonElement>(await output).GetProperty("total_items").GetInt32(), 1, all - 1);
            }
        }
    }

    private static string Document([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs/api.md"));
}
