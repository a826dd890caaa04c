namespace ReferralDirectory.Core.Data.Backups;

/// <summary>A database file that gets its name when it is whole and on the disk.</summary>
internal static class NewFile
{
    /// <summary>Makes an empty one that only its owner may read: it will hold hashes of passwords, and keys.</summary>
    /// <param name="part">What it is called until it is whole.</param>
    /// <exception cref="BackupException">There is one.</exception>
    public static void Reserve(string part)
    {
        if (File.Exists(part))
        {
            throw new BackupException($"'{part}' is left of a command that was interrupted, or is being written. Delete it if none is running, then try again.");
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var empty = new FileStream(part, options);
    }

    /// <summary>Gives it its name. Nobody has it open.</summary>
    public static void Name(string part, string path)
    {
        SafeDisk.FlushFile(part);
        File.Move(part, path);
        SafeDisk.FlushFolderOf(path);
    }

    /// <summary>Deletes one that will not be whole, with what SQLite may have laid beside it.</summary>
    public static void Delete(string part)
    {
        foreach (var beside in DatabaseFile.Beside.Prepend(""))
        {
            File.Delete(part + beside);
        }
    }
}
