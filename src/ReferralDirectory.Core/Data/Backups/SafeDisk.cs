using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>Waits until the disk has what was written: a name that a power cut takes away again was never safe.</summary>
internal static class SafeDisk
{
    /// <summary>The bytes of a file.</summary>
    public static void FlushFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>The names in the folder of a file. Windows writes them by itself.</summary>
    public static void FlushFolderOf(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The framework opens no folder; 0 is to read.
        using var folder = new SafeFileHandle(Open([.. Encoding.UTF8.GetBytes(Path.GetDirectoryName(path)!), 0], 0), ownsHandle: true);
        if (folder.IsInvalid)
        {
            throw new IOException($"The folder of '{path}' cannot be opened.");
        }

        RandomAccess.FlushToDisk(folder);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open(byte[] path, int flags);
}
