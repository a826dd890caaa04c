using System.Globalization;
using System.Text;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange;

namespace ReferralDirectory.Core.Tests.Exchange;

/// <summary>Files that somebody made with another program, or to do harm.</summary>
public sealed class FileFaultTests : IDisposable
{
    private readonly ImportSite site = new();

    [Fact]
    public async Task AnEmptyFile_IsRefused() => await AssertFaultAsync(ImportFileFault.Empty, Encoding.UTF8.GetBytes("\r\n \r\n"));

    [Fact]
    public async Task AWorkbook_IsRefused_WithoutBeingUnpacked() => await AssertFaultAsync(ImportFileFault.NotText, [.. "PK\u0003\u0004"u8, .. new byte[4000]]);

    [Fact]
    public async Task AnotherEncoding_IsRefused()
    {
        // In windows-1251, which a Russian spreadsheet writes unless it is told otherwise.
        var table = (await site.TableAsync()).Select(c => c is >= 'а' and <= 'я' ? (byte)(c - 'а' + 0xE0) : c < 128 ? (byte)c : (byte)0xC0).ToArray();

        await AssertFaultAsync(ImportFileFault.NotUnicode, table);
    }

    [Fact]
    public async Task AMillionColumns_AreRefused() => await AssertFaultAsync(ImportFileFault.TooManyColumns, Encoding.UTF8.GetBytes($"Country,Organisation{new string(',', 1_000_000)}\r\na,b\r\n"));

    [Fact]
    public async Task AQuotationMarkThatIsNeverClosed_IsRefused_BeforeTheWholeFileIsInMemory() =>
        await AssertFaultAsync(ImportFileFault.TooLongCell, Encoding.UTF8.GetBytes($"{await site.TableAsync()}testland,\"{new string('x', 5_000_000)}"));

    [Fact]
    public async Task AnotherTable_IsRefused() => await AssertFaultAsync(ImportFileFault.MissingColumn, Encoding.UTF8.GetBytes("Name,Phone\r\nA,1\r\n"));

    [Fact]
    public async Task AColumnWithAnotherName_IsRefused() => await AssertFaultAsync(ImportFileFault.UnknownColumn, Encoding.UTF8.GetBytes((await site.TableAsync()).Replace("\"Places\"", "\"Towns\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[")]
    [InlineData("[{}")]
    [InlineData("{\"organisations\":[]}")]
    [InlineData("[{]")]
    public async Task WhatIsNoListInJson_IsRefused(string file) => await AssertFaultAsync(ImportFileFault.NotJson, Encoding.UTF8.GetBytes(file));

    [Fact]
    public async Task AListNestedTooDeeply_IsRefused() => await AssertFaultAsync(ImportFileFault.NotJson, Encoding.UTF8.GetBytes(new string('[', 100_000)));

    [Theory]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData("[1]")]
    [InlineData("[{\"format\":1,\"country\":\"\\ud800\"}]")]
    public async Task AnItemOfAnotherShape_IsAFaultOfThatItem(string file) => Assert.Equal(ImportFaultReason.UnreadableItem, (await site.FaultAsync(file)).Reason);

    [Fact]
    public async Task AListOfAnotherFormat_IsAFault() => Assert.Equal("format", (await site.FaultAsync((await site.ListAsync(site.Editor)).Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal))).Column);

    [Fact]
    public async Task AFileThatIsTooLarge_IsNotKept() => Assert.Null(await site.Desk.StartAsync(site.Reviewer.Id, new MemoryStream(new byte[Import.MaxBytes + 1]), TestContext.Current.CancellationToken));

    [Fact]
    public async Task MoreOrganisationsThanAllowed_AreRefused()
    {
        var file = new StringBuilder("[");
        file.AppendJoin(',', Enumerable.Repeat("{}", Import.MaxOrganisations + 200));

        await AssertFaultAsync(ImportFileFault.TooManyRows, Encoding.UTF8.GetBytes(file.Append(']').ToString()));
    }

    [Theory]
    [InlineData("service,testland", ImportFaultReason.UnknownRow)]
    [InlineData("", ImportFaultReason.UnknownRow)]
    public async Task ARowOfNoSort_IsAFault(string sort, ImportFaultReason reason) => Assert.Contains(await FaultsOfAsync(table => Cell(table, "\"messenger\"", "Row", sort)), fault => fault.Reason == reason);

    [Fact]
    public async Task WhatStandsInTheWrongColumn_IsAFault_AndNotLost() =>
        Assert.Contains(await FaultsOfAsync(table => Cell(table, "\"messenger\"", "Places", "riverside")), fault => (fault.Column, fault.Reason) == ("Places", ImportFaultReason.NotInThisRow));

    [Fact]
    public async Task RowsOfOneOrganisation_InTwoPlaces_AreAFault_SoThatNothingIsTakenAway()
    {
        var rows = (await site.TableAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToList();
        var contact = rows.FindIndex(row => row.Contains("\"messenger\"", StringComparison.Ordinal));
        var scattered = rows.Where((_, i) => i != contact).Append(rows[contact]);

        var import = await site.ReadAsync(string.Join("\r\n", scattered));

        Assert.Equal(0, import.Proposals);
        Assert.Contains((await site.LinesAsync(import)).SelectMany(line => line.Faults), fault => fault.Reason == ImportFaultReason.Scattered);
    }

    [Theory]
    [InlineData("\"organisation\",", "Places", "atlantis", ImportFaultReason.UnknownTerm)]
    [InlineData("\"organisation\",", "By appointment", "perhaps", ImportFaultReason.UnreadableAnswer)]
    [InlineData("\"organisation\",", "Weekly hours", "always", ImportFaultReason.UnreadableHours)]
    [InlineData("\"organisation\",", "Name: status", "en perfect", ImportFaultReason.UnreadableStatus)]
    [InlineData("\"organisation\",", "ID", "x", ImportFaultReason.UnreadableId)]
    [InlineData("\"messenger\"", "Contact kind", "pigeon", ImportFaultReason.UnknownContactKind)]
    [InlineData("\"other hours\"", "Days", "soon", ImportFaultReason.UnreadableDays)]
    [InlineData("\"service\"", "ID", "00000000-0000-0000-0000-000000000001", ImportFaultReason.UnknownService)]
    [InlineData("\"organisation\",", "Name (en)", "", ImportFaultReason.OfDraft, "Name (ru)")]
    public async Task ACellThatCannotBeRead_IsAFaultOfThatCell(string row, string column, string text, ImportFaultReason reason, string? other = null)
    {
        var faults = await FaultsOfAsync(table => other is null ? Cell(table, row, column, text) : Cell(Cell(table, row, column, text), row, other, text));

        Assert.Contains(faults, fault => fault.Reason == reason && (fault.Column == column || (other is not null && fault.Column == "Name")));
    }

    public void Dispose() => site.Dispose();

    private async Task<IEnumerable<ImportFault>> FaultsOfAsync(Func<string, string> change)
    {
        var import = await site.ReadAsync(change(await site.TableAsync(site.Editor, '\t')));
        Assert.True(import.Fault is null, $"{import.Fault} {import.FaultDetail}");
        Assert.Equal(0, import.Proposals);
        return (await site.LinesAsync(import)).SelectMany(line => line.Faults);
    }

    // The first row that has a text gets another text in a column.
    private static string Cell(string table, string row, string column, string text)
    {
        var rows = table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(rows, line => line.Replace('\t', ',').Contains(row, StringComparison.Ordinal));
        var cells = rows[at].Split('\t');
        cells[Array.IndexOf(rows[0].Split('\t'), string.Create(CultureInfo.InvariantCulture, $"\"{column}\""))] = text;
        rows[at] = string.Join('\t', cells);
        return string.Join("\r\n", rows);
    }

    private async Task AssertFaultAsync(ImportFileFault fault, byte[] file)
    {
        var import = await site.ReadAsync(file);
        Assert.Equal((ImportState.Unreadable, (ImportFileFault?)fault), (import.State, import.Fault));
    }
}
