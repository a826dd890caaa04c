namespace ReferralDirectory.Testing;

/// <summary>A folder of a test's own, gone with it, and with what stands for its files on a server.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Absolute.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("referral-directory-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Names of the files in it, in order, without the empty ones that starts lock each other out by.</summary>
    public IEnumerable<string?> FileNames => Directory.GetFiles(Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>A copy in it of the content that the site is delivered with.</summary>
    /// <returns>The copy's path.</returns>
    public string CopyOfData()
    {
        var target = this["data"];
        var source = System.IO.Path.Combine(AppContext.BaseDirectory, "data");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        TestDatabase.GiveBackIn(Path);
        Directory.Delete(Path, recursive: true);
    }
}
