using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula. An apostrophe is put before whatever could begin one: at the start of the
/// cell, and after everything that another program may take for the end of a cell, since one that expects semicolons reads a table with commas,
/// too. Taking it away again gives exactly the text of before.
/// </summary>
internal static partial class CsvCell
{
    /// <summary>A text as it is written.</summary>
    public static string Escape(string text) => Danger().Replace(text, "'$0");

    /// <summary>A text as it was before it was written; one that a person typed stays as it is.</summary>
    public static string Unescape(string text) => Escaped().Replace(text, run => run.Value[1..]);

    [GeneratedRegex("""(?<=(?:\A|[,;\t\r\n"|])\s*)'*(?=[=+\-@\t\r＝＋－＠])""")]
    private static partial Regex Danger();

    [GeneratedRegex("""(?<=(?:\A|[,;\t\r\n"|])\s*)'+(?=[=+\-@\t\r＝＋－＠])""")]
    private static partial Regex Escaped();
}
