using System.Diagnostics;

namespace ReferralDirectory.Testing;

/// <summary>A disk of a few megabytes, in memory, that a test can fill. On Linux, for root only.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("referral-directory-disk-").FullName;
    private readonly bool isMounted;

    /// <param name="megabytes">How much it holds.</param>
    public SmallDisk(int megabytes) => isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path);

    /// <summary>False where the machine does not let the tests make one.</summary>
    public bool IsThere => isMounted;

    private string Filler => this["filler"];

    /// <summary>A path on it.</summary>
    public string this[string name] => Path.Combine(path, name);

    /// <summary>Leaves no room.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(page);
            }
        }
        catch (IOException)
        {
            // No room for another page.
        }
    }

    /// <summary>From now on it can only be read, or be written again.</summary>
    public void Remount(string how) => Run("mount", "-o", $"remount,{how}", path);

    /// <summary>Makes room again.</summary>
    public void MakeRoom() => File.Delete(Filler);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isMounted)
        {
            Run("umount", "--lazy", path);
        }

        Directory.Delete(path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
