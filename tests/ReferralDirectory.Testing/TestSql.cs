using System.Text.RegularExpressions;

namespace ReferralDirectory.Testing;

/// <summary>Statements of tests, written once for both products.</summary>
public static partial class TestSql
{
    /// <summary>With names in quotes, without which PostgreSQL would take them for others: names are what is written in small letters after a capital.</summary>
    public static string Quote(string sql) => Names().Replace(sql, found => found.Groups["name"].Success ? $"\"{found.Value}\"" : found.Value);

    [GeneratedRegex("""'[^']*'|"[^"]*"|\b(?<name>[A-Z][A-Za-z]*[a-z][A-Za-z]*)\b""")]
    private static partial Regex Names();
}
