using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReferralDirectory.Core.Exchange.Hsds.Files;

namespace ReferralDirectory.Core.Tests.Exchange.Hsds;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "\"a\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\"")]
    [InlineData("+7 800 1", "\"'+7 800 1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t'=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("8 800; =1", "\"8 800; '=1\"")]
    [InlineData("a|=1", "\"a|'=1\"")]
    [InlineData("a\n-1", "\"a\n'-1\"")]
    [InlineData("say \"=1\"", "\"say \"\"'=1\"\"\"")]
    // Numbers alone compute nothing, and programs read them: E.164, and hours that a time zone is behind UTC.
    [InlineData("+78005507140", "\"+78005507140\"")]
    [InlineData("-5", "\"-5\"")]
    [InlineData("-3.5", "\"-3.5\"")]
    [InlineData("-5-5", "\"'-5-5\"")]
    public void ACell_IsQuoted_AndNoPartOfItIsAFormula(string cell, string expected) => Assert.Equal(expected + "\r\n", Line(cell));

    [Fact]
    public void WhateverStandsInCells_TheLineHasAsMany_AndNoProgramFindsAFormula() => Prop.ForAll<string[]>(cells =>
    {
        if (cells is not { Length: > 0 })
        {
            return;
        }

        var read = Split(Line(cells));
        Assert.Equal(cells.Length, read.Count);
        Assert.All(read, cell => Assert.DoesNotMatch("""(?:\A|[,;\t\r\n"|])\s*[=+\-@\t\r＝＋－＠](?!\d+(\.\d+)?\z)""", cell));
    }).QuickCheckThrowOnFailure();

    private static string Line(params string?[] cells)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, cells);
        return text.ToString();
    }

    private static List<string> Split(string line)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length - 2; i++)
        {
            if (line[i] == '"' && isQuoted && line[i + 1] == '"')
            {
                cell.Append(line[++i]);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
