using System.Globalization;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>The folder of scheduled backups. Files in it that are called otherwise are somebody else's.</summary>
internal sealed class BackupFolder(BackupPlan plan)
{
    private const string Name = "'directory-'yyyyMMdd'T'HHmmss'Z.db'";

    /// <summary>An unfinished one that is older than this is left of a site that was killed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The path of a backup that begins now, such as <c>directory-20261126T190000Z.db</c>.</summary>
    public string PathAt(DateTime utc) => Path.Combine(plan.Folder, utc.ToString(Name, CultureInfo.InvariantCulture));

    /// <summary>When the newest was begun, UTC; null where there is none, or the folder cannot be read.</summary>
    public DateTime? NewestAt()
    {
        try
        {
            return Directory.Exists(plan.Folder) ? Backups("").Select(backup => (DateTime?)backup.Made).Max() : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>How long after now the next is due, by the age of the newest. A folder that cannot be read is said by the backup that fails because of it.</summary>
    public TimeSpan DueAfter(DateTime utc)
    {
        if (NewestAt() is not { } newest)
        {
            return TimeSpan.Zero;
        }

        // One from the future was made by a clock that was wrong.
        var due = newest + plan.Every - utc;
        return due < TimeSpan.Zero ? TimeSpan.Zero : due > plan.Every ? plan.Every : due;
    }

    /// <summary>Deletes the oldest of more than there should be.</summary>
    /// <param name="newest">The one that was just made and found whole; it stays, whatever the others are called.</param>
    public void DeleteOld(string newest)
    {
        foreach (var (path, _) in Backups("").Where(backup => backup.Path != newest).OrderByDescending(backup => backup.Made).Skip(plan.Keep - 1))
        {
            File.Delete(path);
        }
    }

    /// <summary>Deletes what sites left that were killed while they made one.</summary>
    public void DeleteUnfinished(DateTime utc)
    {
        foreach (var (path, made) in Backups(DatabaseBackup.Unfinished))
        {
            if ((utc - made).Duration() > Longest)
            {
                File.Delete(path);
            }
        }
    }

    private IEnumerable<(string Path, DateTime Made)> Backups(string end)
    {
        foreach (var path in Directory.GetFiles(plan.Folder, $"directory-*Z.db{end}"))
        {
            var name = Path.GetFileName(path);
            if (name.EndsWith(end, StringComparison.Ordinal)
                && DateTime.TryParseExact(name[..^end.Length], Name, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var made))
            {
                yield return (path, made);
            }
        }
    }
}
