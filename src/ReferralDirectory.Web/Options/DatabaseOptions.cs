using System.ComponentModel.DataAnnotations;

namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Which database.</summary>
    [RegularExpression("SQLite", ErrorMessage = "it must be SQLite.")]
    public string Provider { get; init; } = "SQLite";

    /// <summary>The SQLite file; a relative path starts at the program's working folder.</summary>
    [Required(ErrorMessage = "it must be the path of a file.")]
    public string Path { get; init; } = "referral-directory.db";
}
