using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Core.Tests.Editing;

namespace ReferralDirectory.Core.Tests.Exchange;

/// <summary>A file goes out, is changed, and comes in as proposals.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly ImportSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task ATableThatWasNotChanged_ChangesNothing(char separator)
    {
        var import = await site.ReadAsync(await site.TableAsync(separator: separator));

        AssertOnly(import, ImportItemKind.Unchanged, 2);
        import = await site.ProposeAsync(import);
        Assert.Equal(ImportState.Proposed, import.State);
        Assert.Equal(0, await site.RevisionsAsync());
    }

    [Fact]
    public async Task AListThatWasNotChanged_ChangesNothing() => AssertOnly(await site.ReadAsync(await site.ListAsync()), ImportItemKind.Unchanged, 2);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task ATableThatASpreadsheetWroteAnew_ChangesNothing(string encoding)
    {
        // Tabs, no quotation marks where none are needed, and no mark of UTF-8.
        var table = (await site.TableAsync(separator: '\t')).Replace("\"", "", StringComparison.Ordinal);
        var written = Encoding.GetEncoding(encoding);
        var file = encoding == "utf-8" ? Encoding.UTF8.GetBytes(table) : [.. written.GetPreamble(), .. written.GetBytes(table)];

        AssertOnly(await site.ReadAsync(file), ImportItemKind.Unchanged, 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AChangedNumber_IsProposed_AndNeedsASecondPerson(bool isList)
    {
        var file = isList ? await site.ListAsync() : await site.TableAsync();
        var import = await site.ReadAsync(file.Replace("+78127173531", "8 495 123-45-67", StringComparison.Ordinal));

        var line = Assert.Single(await site.LinesAsync(import), line => line.Kind == ImportItemKind.Change);
        Assert.Equal(["Contacts", "Contacts"], line.Differences.Select(difference => difference.Label[..8]).Distinct().Concat(["Contacts"]));
        Assert.Equal(0, await site.RevisionsAsync());

        import = await site.ProposeAsync(import);
        Assert.Equal(1, import.Outcomes[ImportOutcome.Proposed]);
        var revision = await site.AskAsync(db => db.Revisions.SingleAsync(revision => revision.State == RevisionState.Submitted, Cancel));
        Assert.Equal((RevisionOrigin.Import, site.Reviewer.Id, 2), (revision.Origin, revision.AuthorId, revision.Number));
        Assert.IsType<EditResult.NeedsSecondPerson>(await site.Editing.Reviews.PublishAsync(site.Reviewer, revision.Id, revision.Version, Cancel));
        EditingSite.Done(await site.Editing.Reviews.PublishAsync(site.SecondReviewer, revision.Id, revision.Version, Cancel));
        Assert.Equal("+74951234567", (await site.Editing.OrganisationAsync()).Contacts.OrderBy(contact => contact.Position).First().Value);
        Assert.Null((await site.Editing.Audit.VerifyAsync(null, Cancel)).Broken);
    }

    [Fact]
    public async Task ANewOrganisation_IsProposed_AndOnceItIsPublished_TheSameFileChangesNothing()
    {
        var table = await site.TableAsync();
        var added = WithoutTechnicalColumns(table).Replace("helpers", "newcomers", StringComparison.Ordinal).Replace("neighbours", "others", StringComparison.Ordinal)
            .Replace("+78127173531", "+74951234567", StringComparison.Ordinal)
            .Replace("Helpers", "Newcomers", StringComparison.Ordinal).Replace("Помощники", "Новые", StringComparison.Ordinal).Replace("Neighbours", "Others", StringComparison.Ordinal).Replace("Соседи", "Другие", StringComparison.Ordinal);
        var import = await site.ReadAsync(added);
        AssertOnly(import, ImportItemKind.Addition, 2);
        import = await site.ProposeAsync(import);
        Assert.Equal(2, import.Outcomes[ImportOutcome.Proposed]);
        AssertOnly(await site.ReadAsync(added), ImportItemKind.AlreadyProposed, 2);

        foreach (var revision in await site.AskAsync(db => db.Revisions.ToListAsync(Cancel)))
        {
            EditingSite.Done(await site.Editing.Reviews.PublishAsync(site.SecondReviewer, revision.Id, revision.Version, Cancel));
        }

        AssertOnly(await site.ReadAsync(added), ImportItemKind.Unchanged, 2);
        Assert.Equal(4, await site.AskAsync(db => db.Organisations.CountAsync(Cancel)));
    }

    [Fact]
    public async Task AnEntryThatChangedAfterTheDryRun_IsReported_AndNotOverwritten()
    {
        var import = await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "A bed and a meal.", StringComparison.Ordinal));
        await site.Editing.EditAsync(EditingSite.Helpers, (await site.Editing.HelpersAsync()).WithName("Meanwhile"));

        Assert.Single(await site.LinesAsync(import), line => line.IsOvertaken);
        import = await site.ProposeAsync(import);

        Assert.Equal(1, import.Outcomes[ImportOutcome.Overtaken]);
        Assert.DoesNotContain(await site.AskAsync(db => db.Revisions.ToListAsync(Cancel)), revision => revision.Origin == RevisionOrigin.Import);
    }

    [Fact]
    public async Task AFileFromBeforeAnEdit_DoesNotTakeTheEditBack()
    {
        var table = (await site.TableAsync()).Replace("A bed.", "A bed and a meal.", StringComparison.Ordinal);
        await site.Editing.EditAsync(EditingSite.Helpers, (await site.Editing.HelpersAsync()).WithName("Meanwhile"));

        Assert.Equal(ImportFaultReason.ChangedSinceExport, (await site.FaultAsync(table)).Reason);
    }

    [Fact]
    public async Task AnEditor_ExportsAndImportsOnlyTheirOwn()
    {
        Assert.DoesNotContain("neighbours", await site.TableAsync(site.Editor), StringComparison.Ordinal);
        var all = await site.TableAsync();

        var import = await site.ReadAsync(all.Replace("+78127173531", "+74951234567", StringComparison.Ordinal).Replace("A room.", "Ours now.", StringComparison.Ordinal), site.Editor);

        Assert.Equal((1, 1), (import.Kinds[ImportItemKind.Change], import.Kinds[ImportItemKind.Faulty]));
        var refused = Assert.Single(await site.LinesAsync(import, site.Editor), line => line.Faults.Length > 0);
        Assert.Equal((ImportFaultReason.NotYours, "Organisation"), (refused.Faults[0].Reason, refused.Faults[0].Column));
        Assert.Null(refused.After);
    }

    [Fact]
    public async Task TheIdOfAnotherOrganisation_IsRefused()
    {
        var table = await site.TableAsync();
        var swapped = table.Replace(EditingSite.HelpersId.ToString(), EditingSite.NeighboursId.ToString(), StringComparison.Ordinal);

        Assert.Equal((ImportFaultReason.IdOfAnother, "ID"), (await site.FaultAsync(swapped)) is var fault ? (fault.Reason, fault.Column) : default);
    }

    [Fact]
    public async Task AMemberWhoLostTheirRoleMeanwhile_ProposesNothing()
    {
        var import = await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "A bed and a meal.", StringComparison.Ordinal));
        await site.AskAsync(db => db.StaffGrants.Where(grant => grant.StaffMemberId == site.Reviewer.Id).ExecuteDeleteAsync(Cancel));

        import = await site.ProposeAsync(import);

        Assert.Equal(1, import.Outcomes[ImportOutcome.NotAllowed]);
        Assert.Equal(0, await site.RevisionsAsync());
    }

    [Fact]
    public async Task AnImport_IsSeenAndHandedInByNobodyElse()
    {
        var import = await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "A bed and a meal.", StringComparison.Ordinal));

        Assert.Null(await site.Archive.FindAsync(site.SecondReviewer.Id, import.Id, Cancel));
        Assert.Empty(await site.LinesAsync(import, site.SecondReviewer));
        Assert.False(await site.Desk.ProposeAsync(site.SecondReviewer.Id, import.Id, Cancel));
        Assert.False(await site.Desk.CancelAsync(site.SecondReviewer.Id, import.Id, Cancel));
        Assert.Equal(ImportState.Ready, (await site.FindAsync(import.Id)).State);
    }

    [Fact]
    public async Task AnImportThatIsGivenUp_LeavesNothing()
    {
        var import = await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "A bed and a meal.", StringComparison.Ordinal));

        Assert.True(await site.Desk.CancelAsync(site.Reviewer.Id, import.Id, Cancel));

        Assert.Equal(ImportState.Cancelled, (await site.FindAsync(import.Id)).State);
        Assert.Equal(0, await site.AskAsync(db => db.ImportItems.CountAsync(Cancel)) + await site.AskAsync(db => db.ImportParts.CountAsync(Cancel)) + await site.RevisionsAsync());
    }

    [Fact]
    public async Task ATakenDownEntry_IsNotExported()
    {
        EditingSite.DoneWithout(await site.Editing.TakeDowns.TakeDownAsync(site.Reviewer, EditingSite.HelpersId, "Harm", Cancel));

        Assert.DoesNotContain("helpers", await site.TableAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongNumber_IsTold_WithItsRowAndColumn()
    {
        var table = await site.TableAsync();
        var row = table.Split("\r\n").ToList().FindIndex(line => line.Contains("+78127173531", StringComparison.Ordinal)) + 1;

        var fault = await site.FaultAsync(table.Replace("+78127173531", "+7812717", StringComparison.Ordinal));

        Assert.Equal(new ImportFault(row, "Contact", ImportFaultReason.OfDraft, DraftFaultReason.NotAPhone), fault);
    }

    public void Dispose() => site.Dispose();

    private static void AssertOnly(Core.Exchange.Imports.ImportSummary import, ImportItemKind kind, int count)
    {
        Assert.True(import.State == ImportState.Ready, $"{import.State} {import.Fault} {import.FaultRow} {import.FaultDetail}");
        Assert.Equal([KeyValuePair.Create(kind, count)], import.Kinds);
    }

    // As somebody does who copies rows to make a new entry of them.
    private static string WithoutTechnicalColumns(string table) =>
        System.Text.RegularExpressions.Regex.Replace(table, "\"[0-9a-f]{8}-[0-9a-f-]{27}\"", "");
}
