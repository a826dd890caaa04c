namespace ReferralDirectory.Core.Data;

/// <summary>The database file cannot be used; the message is one sentence for whoever started the program.</summary>
public sealed class DatabaseUnusableException : Exception
{
    /// <param name="path">The file.</param>
    /// <param name="reason">Ends the sentence "The database … cannot be used: …".</param>
    public DatabaseUnusableException(string path, string reason)
        : base($"The database '{path}' cannot be used: {reason}. Set Database__Path to another file, or restore a backup.")
    {
    }

    /// <param name="path">The file.</param>
    /// <param name="problem">What the system said.</param>
    public DatabaseUnusableException(string path, Exception problem)
        : base($"The database '{path}' cannot be used: {problem.Message.TrimEnd('.')}. Set Database__Path to a file in a folder that can be written, or restore a backup.", problem)
    {
    }
}
