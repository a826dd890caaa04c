namespace ReferralDirectory.Core.Data;

/// <summary>Locks of the system on a file that is there for nothing else. The system gives them back when the process ends, however it ends.</summary>
/// <remarks>The file stays: were it deleted, one process could hold the old file while another holds a new one of the same name.</remarks>
internal static class FileLock
{
    /// <summary>Takes a lock, where nobody is in the way.</summary>
    /// <param name="path">The file; it is made where it is not there.</param>
    /// <param name="alone">False for a lock that others may have at the same time.</param>
    /// <returns>Dispose it to give it back; null where somebody is in the way.</returns>
    public static IDisposable? TryTake(string path, bool alone)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, alone ? FileAccess.ReadWrite : FileAccess.Read, alone ? FileShare.None : FileShare.Read);
        }
        catch (IOException problem) when (IsHeldByAnother(problem))
        {
            return null;
        }
    }

    // ERROR_SHARING_VIOLATION of Windows, EWOULDBLOCK of Linux, EWOULDBLOCK of macOS.
    private static bool IsHeldByAnother(IOException problem) => problem.HResult is unchecked((int)0x80070020) or 11 or 35;
}
