namespace ReferralDirectory.Core.Data;

/// <summary>The database cannot be used; the message is for whoever started the program, in one line.</summary>
/// <param name="database">Its name in a sentence.</param>
/// <param name="reason">Ends the sentence "The database … cannot be used: …".</param>
/// <param name="advice">What to do, as a sentence.</param>
/// <param name="trouble">The same in a word.</param>
/// <param name="problem">What the system threw.</param>
public sealed class DatabaseUnusableException(string database, string reason, string advice, DatabaseTrouble trouble, Exception? problem = null)
    : Exception($"The database {database} cannot be used: {InOneLine(reason).TrimEnd('.')}. {advice}", problem)
{
    /// <summary>Why not, in a word: for those who are not told where it is.</summary>
    public DatabaseTrouble Trouble => trouble;

    // SQLite says of a damaged schema what stands there, whatever that is.
    private static string InOneLine(string reason) => string.Concat(reason.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
