namespace ReferralDirectory.Web.Commands;

/// <summary>Tells a start with a command from one with settings alone, without the parser of commands.</summary>
internal static class CommandWords
{
    public const string Migrate = "migrate";

    public const string Check = "check";

    public const string Audit = "audit";

    public const string Admin = "admin";

    public const string Export = "export";

    public const string Import = "import";

    public const string Backup = "backup";

    public const string Restore = "restore";

    public const string MoveDatabase = "move-database";

    private static readonly string[] Known = [Migrate, Check, Audit, Admin, Export, Import, Backup, Restore, MoveDatabase, "--help", "-h", "/h", "-?", "/?", "--version"];

    /// <summary>True where the arguments hold a word of the parser, or begin with what is no setting.</summary>
    public static bool AreIn(string[] args)
    {
        var found = StartsWithWord(args);
        for (var i = 0; i < args.Length && !found; i++)
        {
            found = Array.IndexOf(Known, args[i]) >= 0 && !(i > 0 && IsSettingWithoutValue(args[i - 1]));
        }

        return found;
    }

    /// <summary>True where the first argument is no setting, and so is meant as a command.</summary>
    public static bool StartsWithWord(string[] args) =>
        args is [var first, ..] && !first.StartsWith('-') && !first.StartsWith('/') && !first.Contains('=');

    // As in "--Backup:Folder backup", where the folder is no command.
    private static bool IsSettingWithoutValue(string argument) => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains(':') && !argument.Contains('=');
}
