using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Somebody with a database tool changes the audit log.</summary>
public sealed class AuditTests : IDisposable
{
    private const int Written = 12;
    private const string Columns = "\"Number\", \"At\", \"ActorId\", \"Action\", \"SubjectKind\", \"SubjectId\", \"RevisionId\", \"Detail\", \"PreviousHash\", \"Hash\"";

    /// <summary>Each column, and values that the program itself could have written there, and others that it cannot even read.</summary>
    private static readonly (string Column, string[] Values)[] Forgeries =
    [
        ("At", ["2020-01-01 00:00:00", "2026-01-01 00:00:00.0000001", "garbage", "", "2026-13-01 00:00:00"]),
        ("ActorId", ["00000000-0000-0000-0000-000000000001", "NULL", "zz", ""]),
        ("Action", ["Published", "TakenDown", "Withdrawn", "Nonsense", "draftsaved", "0", "99", ""]),
        ("SubjectKind", ["StepText", "Audience", "Account", "Nonsense", "0"]),
        ("SubjectId", ["00000000-0000-0000-0000-000000000001", "zz", ""]),
        ("RevisionId", ["00000000-0000-0000-0000-000000000001", "NULL", "zz"]),
        ("Detail", ["", "x", "Contact", " Note", "Заметка"]),
        ("PreviousHash", [new string('0', 64), new string('a', 64)]),
        ("Hash", [new string('0', 64), new string('a', 64), ""]),
    ];

    private readonly EditingSite site = new();
    private readonly int loaded;

    public AuditTests()
    {
        using var db = site.Open();
        loaded = db.AuditEntries.Count();
    }

    // What was loaded stands before it.
    private int Entries => loaded + Written;

    [Fact]
    public async Task Verify_OfALogThatNobodyTouched_FindsItWhole()
    {
        await WriteAsync();

        var report = await site.Audit.VerifyAsync(null, TestDirectory.Cancellation);

        await using var db = site.Open();
        Assert.True(report.IsWhole);
        Assert.Equal(Entries, report.Entries);
        Assert.Equal((await db.AuditHeads.SingleAsync(TestDirectory.Cancellation)).Hash, report.Hash);
        Assert.Equal(Enumerable.Range(1, Entries).Select(number => (long)number), await db.AuditEntries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync(TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Verify_OfAnEmptyLog_FindsItWhole_AndSaysThatItCoversNothing()
    {
        await using var db = site.Open();
        var contents = await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.Loaded, TestDirectory.Cancellation);
        Execute($"DELETE FROM AuditEntries; UPDATE AuditHeads SET Number = 0, Hash = '{AuditHead.FirstHash}'");

        // One entry is about what belongs to no subject.
        Assert.Equal(new AuditReport(0, AuditHead.FirstHash, null) { Unsealed = contents - 1 }, await site.Audit.VerifyAsync(null, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Verify_AfterAnyFieldOfAnyEntryWasChanged_NamesTheEntry()
    {
        await WriteAsync();
        var forgeries = Forgeries.SelectMany(forgery => forgery.Values.Select(value => (forgery.Column, value))).ToArray();

        ForEvery(Gen.Choose(1, Entries).Zip(Gen.Elements(forgeries)), forged =>
        {
            var (number, (column, value)) = forged;
            var text = value == "NULL" ? "NULL" : $"'{value}'";
            if (site.TryExecute($"UPDATE AuditEntries SET \"{column}\" = {text} WHERE Number = {number} AND \"{column}\" IS DISTINCT FROM {text}") == 0)
            {
                return;
            }

            var broken = Verify().Broken;
            Assert.Equal(number, broken?.Number);
            Assert.Equal(column == "PreviousHash" ? AuditFault.OutOfOrder : AuditFault.Changed, broken?.Fault);
        });
    }

    [Fact]
    public async Task Verify_AfterAnyEntryWasDeleted_NamesIt()
    {
        await WriteAsync();

        ForEvery(Gen.Choose(1, Entries), number =>
        {
            Execute($"DELETE FROM AuditEntries WHERE Number = {number}");

            Assert.Equal((number, AuditFault.Missing), Verify().Broken);
        });
    }

    [Fact]
    public async Task Verify_AfterAnEntryWasDeletedAndTheOthersMovedUp_NamesTheGap()
    {
        await WriteAsync();

        ForEvery(Gen.Choose(1, Entries), number =>
        {
            Execute($"DELETE FROM AuditEntries WHERE Number = {number}; UPDATE AuditEntries SET Number = -Number WHERE Number > {number}; UPDATE AuditEntries SET Number = -Number - 1 WHERE Number < 0; UPDATE AuditHeads SET Number = Number - 1;");

            Assert.Equal(number == Entries ? (number - 1, AuditFault.HeadDiffers) : (number, AuditFault.OutOfOrder), Verify().Broken);
        });
    }

    [Fact]
    public async Task Verify_AfterTheEndWasCutOff_NamesTheFirstThatIsMissing()
    {
        await WriteAsync();

        ForEvery(Gen.Choose(1, Entries), number =>
        {
            Execute($"DELETE FROM AuditEntries WHERE Number >= {number}");

            Assert.Equal((number, AuditFault.Missing), Verify().Broken);
        });
    }

    [Fact]
    public async Task Verify_AfterTwoEntriesChangedPlaces_NamesTheFirst()
    {
        await WriteAsync();

        ForEvery(Gen.Choose(1, Entries).Two(), pair =>
        {
            var (a, b) = pair;
            Execute($"UPDATE AuditEntries SET Number = -1 WHERE Number = {a}; UPDATE AuditEntries SET Number = {a} WHERE Number = {b}; UPDATE AuditEntries SET Number = {b} WHERE Number = -1");

            Assert.Equal(a == b ? null : (Math.Min(a, b), AuditFault.OutOfOrder), Verify().Broken);
        });
    }

    [Fact]
    public async Task Verify_AfterAnEntryWasPutIn_NamesIt()
    {
        await WriteAsync();

        ForEvery(Gen.Choose(1, Entries + 1).Zip(Gen.Choose(1, Entries)), places =>
        {
            var (place, copied) = places;
            Execute($"UPDATE AuditEntries SET Number = -Number - 1 WHERE Number >= {place}; UPDATE AuditEntries SET Number = -Number WHERE Number < 0");
            var source = copied >= place ? copied + 1 : copied;
            Execute($"INSERT INTO AuditEntries ({Columns}) SELECT {place}, {Columns[(Columns.IndexOf(',', StringComparison.Ordinal) + 2)..]} FROM AuditEntries WHERE Number = {source}");

            // A copy in front of its own original is the original again; then that one stands a place too far.
            Assert.Equal(copied == place ? place + 1 : place, Verify().Broken?.Number);
        });
    }

    [Fact]
    public async Task Verify_AfterTheHeadWasChangedOrRemoved_SaysSo()
    {
        await WriteAsync();

        foreach (var sql in new[] { "UPDATE AuditHeads SET Hash = 'x'", "DELETE FROM AuditHeads", "INSERT INTO AuditHeads (Id, Number, Hash) SELECT 2, Number, Hash FROM AuditHeads", "UPDATE AuditHeads SET Id = 2", "UPDATE AuditHeads SET Number = 'garbage'", "UPDATE AuditHeads SET Number = -1" })
        {
            Restoring(() =>
            {
                Assert.Equal(site.TryExecute(sql) == 0 ? null : (Entries, AuditFault.HeadDiffers), Verify().Broken);
            });
        }

        Restoring(() =>
        {
            Execute("UPDATE AuditHeads SET Number = 3");
            Assert.Equal((4, AuditFault.Inserted), Verify().Broken);
        });
    }

    [Fact]
    public async Task Read_WhereARowCannotBeRead_SaysWhich_AndGivesTheOthers()
    {
        await WriteAsync();
        Execute($"UPDATE AuditEntries SET Action = 'Nonsense' WHERE Number = {Entries - 5}; UPDATE AuditEntries SET At = 'garbage' WHERE Number = {Entries - 3}");

        var read = await site.Directory.Get<AuditReader>().ReadAsync(site.Administrator, null, null, 10, TestDirectory.Cancellation);

        Assert.Equal(Enumerable.Range(Entries - 9, 10).Reverse().Select(number => (long)number), read.Select(logged => logged.Number));
        Assert.Equal([Entries - 3, Entries - 5], read.Where(logged => logged.Entry is null).Select(logged => logged.Number));
    }

    [Fact]
    public async Task Append_WhenTheHeadIsGone_RefusesToWriteOn()
    {
        Execute("DELETE FROM AuditHeads");

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Why", TestDirectory.Cancellation));

        Assert.Null((await site.OrganisationAsync()).TakenDown);
    }

    [Fact]
    public async Task Append_AfterSomebodyElseAppended_ContinuesTheirChain()
    {
        await using var one = site.Open();
        await using var other = site.Open();
        foreach (var db in new[] { one, other, one, other })
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestDirectory.Cancellation);
            await AuditLog.AppendAsync(db, DateTime.UnixEpoch, null, AuditAction.SignedIn, AuditSubject.Account, Guid.NewGuid(), null, "", TestDirectory.Cancellation);
            await AuditLog.AppendAsync(db, DateTime.UnixEpoch, null, AuditAction.RoleGranted, AuditSubject.Account, Guid.NewGuid(), null, "", TestDirectory.Cancellation);
            await db.SaveChangesAsync(TestDirectory.Cancellation);
            await transaction.CommitAsync(TestDirectory.Cancellation);
        }

        var report = await site.Audit.VerifyAsync(null, TestDirectory.Cancellation);
        Assert.Equal((true, loaded + 8L), (report.IsWhole, report.Entries));
    }

    [Fact]
    public async Task Append_OfALongDetail_CutsItBetweenCharacters()
    {
        await using (var db = site.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestDirectory.Cancellation);
            await AuditLog.AppendAsync(db, DateTime.UtcNow, null, AuditAction.TakenDown, AuditSubject.Account, Guid.NewGuid(), null, new string('x', AuditEntry.DetailMaxLength - 1) + "😀\ud83d", TestDirectory.Cancellation);
            await db.SaveChangesAsync(TestDirectory.Cancellation);
            await transaction.CommitAsync(TestDirectory.Cancellation);
        }

        Assert.Equal((loaded + 1, true), ((await site.Audit.VerifyAsync(null, TestDirectory.Cancellation)).Entries, Verify().IsWhole));
    }

    [Fact]
    public async Task Operations_EachLeaveOneEntryThatSaysWhoDidWhat()
    {
        var saved = await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Phone, "+7 495 123-45-67"));
        var submitted = await site.SubmitAsync(site.Editor, saved);
        Assert.IsType<EditResult.NotAllowed>(await site.PublishAsync(site.Editor, submitted));
        EditingSite.Done(await site.PublishAsync(site.Reviewer, submitted));
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Administrator, EditingSite.HelpersId, "Raided.", TestDirectory.Cancellation));

        await using var db = site.Open();
        var entries = await db.AuditEntries.Where(entry => entry.Number > loaded).OrderBy(entry => entry.Number).ToListAsync(TestDirectory.Cancellation);
        Assert.Equal(
            [
                (site.Editor.Id, AuditAction.DraftSaved, saved.Id, ""),
                (site.Editor.Id, AuditAction.Submitted, saved.Id, ""),
                (site.Reviewer.Id, AuditAction.Published, saved.Id, "Contact"),
                (site.Administrator.Id, AuditAction.TakenDown, null, "Raided."),
            ],
            entries.Select(entry => (entry.ActorId!.Value, entry.Action, entry.RevisionId, AuditSeal.TextOf(entry.Detail))));
        Assert.All(entries, entry => Assert.Equal((AuditSubject.Organisation, EditingSite.HelpersId, DateTimeKind.Utc), (entry.SubjectKind, entry.SubjectId, entry.At.Kind)));
    }

    public void Dispose() => site.Dispose();

    private async Task WriteAsync()
    {
        var draft = await site.HelpersAsync();
        for (var i = 0; i < Written; i++)
        {
            await site.SaveAsync(i % 2 == 0 ? site.Editor : site.Reviewer, EditingSite.Helpers, draft.WithDescription($"Edit {i}."));
        }
    }

    private void ForEvery<T>(Gen<T> cases, Action<T> check) => Keeping(giveBack => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(cases.ToArbitrary(), one =>
    {
        try
        {
            check(one);
        }
        finally
        {
            giveBack();
        }
    })));

    /// <summary>Does something to the log, and undoes it.</summary>
    private void Restoring(Action work) => Keeping(giveBack =>
    {
        try
        {
            work();
        }
        finally
        {
            giveBack();
        }
    });

    private void Keeping(Action<Action> work)
    {
        Execute("CREATE TABLE KeptEntries AS SELECT * FROM AuditEntries; CREATE TABLE KeptHeads AS SELECT * FROM AuditHeads");
        work(() => Execute($"DELETE FROM AuditEntries; INSERT INTO AuditEntries ({Columns}) SELECT {Columns} FROM KeptEntries; DELETE FROM AuditHeads; INSERT INTO AuditHeads (Id, Number, Hash) SELECT Id, Number, Hash FROM KeptHeads"));
        Execute("DROP TABLE KeptEntries; DROP TABLE KeptHeads");
    }

    private AuditReport Verify() => site.Audit.VerifyAsync(null, TestDirectory.Cancellation).GetAwaiter().GetResult();

    private int Execute(string sql) => site.Execute(sql);
}
