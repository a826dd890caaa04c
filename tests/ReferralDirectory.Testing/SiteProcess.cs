using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Testing;

/// <summary>The program as it is delivered, in a process, a working folder and a home of its own; what it writes is kept.</summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    /// <summary>The database, where no setting names another.</summary>
    public const string DatabaseFile = "referral-directory.db";

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="folder">The working folder; the database is made there.</param>
    /// <param name="arguments">As on the command line.</param>
    public SiteProcess(TempFolder folder, params string[] arguments)
        : this(folder, new Dictionary<string, string>(), arguments)
    {
    }

    /// <param name="folder">The working folder; the database is made there.</param>
    /// <param name="environment">Variables that are set for it.</param>
    /// <param name="arguments">As on the command line.</param>
    public SiteProcess(TempFolder folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ReferralDirectory.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Nothing that an earlier run left in somebody's home folder may help, and nothing may be left there.
        start.Environment["HOME"] = folder.Path;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        if (TestDatabase.IsPostgres)
        {
            foreach (var (name, value) in TestDatabase.Settings(folder[DatabaseFile]))
            {
                start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
            }
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The program ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything written so far, to standard output and standard error.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Where the site listens, once it does.</summary>
    public Task<Uri> ListeningAsync(CancellationToken cancellationToken) => listening.Task.WaitAsync(cancellationToken);

    /// <summary>Names of the libraries it has loaded so far. On Linux only.</summary>
    public IReadOnlySet<string> LoadedLibraries() =>
        File.ReadLines($"/proc/{process.Id}/maps").Where(line => line.EndsWith(".dll", StringComparison.Ordinal)).Select(line => Path.GetFileNameWithoutExtension(line)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Waits until the program ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Asks it to end, as systemd would, and waits.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await ExitAsync(cancellationToken);
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does: it has no say in it.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
