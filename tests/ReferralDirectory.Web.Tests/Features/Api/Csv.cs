using System.Text;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Reads CSV (RFC 4180) strictly.</summary>
internal static partial class Csv
{
    public static List<List<string>> Read(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !isQuoted:
                    Assert.Equal('\n', text[++i]);
                    row.Add(cell.ToString());
                    cell.Clear();
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        Assert.False(isQuoted);
        Assert.Empty(row);
        return rows;
    }

    /// <summary>No spreadsheet computes it, also where it takes other characters for the end of a cell. A number alone computes nothing.</summary>
    public static void AssertHarmless(string cell)
    {
        if (!Number().IsMatch(cell))
        {
            Assert.DoesNotMatch(@"(?:\A|[,;\t\r\n""|])\s*[=+\-@\t\r＝＋－＠]", cell);
        }
    }

    [GeneratedRegex(@"\A[+-]?\d+(\.\d+)?\z")]
    private static partial Regex Number();
}
