using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Somebody with a database tool changes what the public sees, or what was once said, and leaves the log alone.</summary>
public sealed class ContentVerifierTests : IDisposable
{
    private const string Nobody = "00000000-0000-0000-0000-00000000000A";

    /// <summary>Each table, and its columns that the log answers for.</summary>
    private static readonly (string Table, string[] Columns)[] Covered =
    [
        ("Organisations", ["Id", "CountryId", "Slug", "SourceId", "Name", "OwnLanguage", "AlsoKnownAs", "LanguagesSpoken", "PublicAddress", "OpeningHours", "TakenDown"]),
        ("ContactPoints", ["Id", "OrganisationId", "Kind", "Value", "NationalFormat", "InternationalFormat", "IsFree"]),
        ("Services", ["Id", "OrganisationId", "Description", "Eligibility"]),
        ("OrganisationPlace", ["OrganisationId", "PlacesId"]),
        ("AssistanceTypeService", ["AssistanceTypesId", "ServiceId"]),
        ("AudienceService", ["AudiencesId", "ServiceId"]),
        ("StepTexts", ["Id", "StepId", "SourceId", "Language", "State", "OfHash", "Title", "Summary", "ForYou", "ForWorkers", "NotHere"]),
        ("AssistanceTypes", ["Id", "Position", "Slug", "Name", "Need", "SearchWords", "IsOnHome", "IsHotline"]),
        ("Audiences", ["Id", "Position", "Slug", "Name", "SearchWords"]),
        ("Languages", ["Tag", "Name", "Position", "IsRightToLeft"]),
        ("Countries", ["Id", "Slug", "Code", "Name"]),
        ("EmergencyNumbers", ["Id", "CountryId", "Position", "Number", "Name", "IsFree"]),
        ("Places", ["Id", "CountryId", "Position", "Slug", "Name", "SearchWords"]),
        ("Sources", ["Id", "CountryId", "Slug", "Name"]),
        ("Steps", ["Id", "CountryId", "Key"]),
        ("AssistanceTypeStep", ["AssistanceTypesId", "StepId"]),
        ("Revisions", [
            "Id", "SubjectKind", "SubjectId", "CountryId", "Number", "State", "AuthorId", "Contributors", "Origin", "Note", "CreatedAt", "SubmittedAt", "DecidedAt", "DecidedById", "Reason", "BaseVersion", "BaseRevisionId", "AppliedVersion", "BringsBack", "Snapshot"]),
    ];

    private readonly EditingSite site = new();

    public static TheoryData<string, ContentFault, AuditSubject, string> Forgeries => new()
    {
        { "UPDATE ContactPoints SET Value = '+79990000000' WHERE Kind = 'Phone'", ContentFault.Changed, AuditSubject.Organisation, "Contacts" },
        { "UPDATE ContactPoints SET NationalFormat = '8 (999) 000-00-00' WHERE Kind = 'Phone'", ContentFault.Changed, AuditSubject.Organisation, "Contacts" },
        { "UPDATE ContactPoints SET IsFree = NOT IsFree WHERE Kind = 'Phone'", ContentFault.Changed, AuditSubject.Organisation, "Contacts" },
        { "DELETE FROM ContactPoints WHERE Kind = 'Email'", ContentFault.Changed, AuditSubject.Organisation, "Contacts" },
        { "UPDATE Organisations SET LanguagesSpoken = '[\"fr\"]'", ContentFault.Changed, AuditSubject.Organisation, "LanguagesSpoken" },
        { "UPDATE Services SET Description = replace(Description, 'bed', 'cell')", ContentFault.Changed, AuditSubject.Organisation, "Services" },
        { "UPDATE StepTexts SET ForYou = 'Go to the police.'", ContentFault.Changed, AuditSubject.StepText, "ForYou" },
        { "UPDATE Audiences SET Name = replace(Name, 'omen', 'en')", ContentFault.Changed, AuditSubject.Audience, "Name" },
        { "UPDATE AssistanceTypes SET IsOnHome = NOT IsOnHome", ContentFault.Changed, AuditSubject.AssistanceType, "IsOnHome" },
        { "UPDATE EmergencyNumbers SET Number = '911'", ContentFault.Changed, AuditSubject.Site, "EmergencyNumbers" },
        { "UPDATE Organisations SET TakenDown = '2026-01-01 00:00:00'", ContentFault.Visibility, AuditSubject.Organisation, "" },
        { "UPDATE ContactPoints SET Kind = 'Nonsense'", ContentFault.Gone, AuditSubject.Organisation, "" },
        { "UPDATE StepTexts SET State = 'Nonsense'", ContentFault.Gone, AuditSubject.StepText, "" },
        { "DELETE FROM StepTexts", ContentFault.Gone, AuditSubject.StepText, "" },
        { "DELETE FROM Organisations", ContentFault.Gone, AuditSubject.Organisation, "" },
        { $"UPDATE Sources SET CountryId = '{Nobody}' WHERE CountryId = (SELECT Id FROM Countries WHERE Slug = 'testland')", ContentFault.Added, AuditSubject.Site, "Sources" },
        { "INSERT INTO Audiences (Id, Position, Slug, Name, SearchWords, Version) SELECT 'A0000000-0000-0000-0000-000000000000', 7, 'more', Name, SearchWords, Version FROM Audiences LIMIT 1", ContentFault.Added, AuditSubject.Audience, "" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Verify_AfterWhatThePublicSeesWasChanged_NamesItAndTheField(string sql, ContentFault fault, AuditSubject kind, string field)
    {
        using var kept = new KeptDatabase(site);

        Assert.NotEqual(0, site.Execute(sql));
        Assert.Contains((await VerifyAsync()).Contents, found => (found.Fault, found.Kind, string.Join(' ', found.Fields)) == (fault, kind, field));

        // The same where each was published here.
        kept.GiveBack();
        await EditEverythingAsync();
        Assert.True((await VerifyAsync()).IsWhole);
        Assert.NotEqual(0, site.Execute(sql));
        Assert.Contains((await VerifyAsync()).Contents, found => (found.Fault, found.Kind, string.Join(' ', found.Fields)) == (fault, kind, field));
    }

    /// <summary>On SQLite an id is a text: the same one in small letters is another, and belongs to nothing.</summary>
    [Theory, Trait("Database", "SQLite")]
    [InlineData("UPDATE Organisations SET Id = lower(Id)", ContentFault.Added, AuditSubject.Organisation, "")]
    [InlineData("INSERT INTO ContactPoints (Id, Kind, Position, Value, OrganisationId) SELECT 'B0000000-0000-0000-0000-000000000000', Kind, Position, Value, lower(OrganisationId) FROM ContactPoints LIMIT 1", ContentFault.Added, AuditSubject.Site, "ContactPoints")]
    public Task Verify_AfterAnIdWasWrittenOtherwise_NamesIt(string sql, ContentFault fault, AuditSubject kind, string field) =>
        Verify_AfterWhatThePublicSeesWasChanged_NamesItAndTheField(sql, fault, kind, field);

    [Fact]
    public async Task Verify_AfterAnyRowWasChanged_Deleted_PutIn_OrSwapped_FindsIt()
    {
        await EditEverythingAsync();
        await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Waits."));
        Assert.True((await VerifyAsync()).IsWhole);
        using var kept = new KeptDatabase(site);
        // Which version a loaded revision was is not in the log: it decides what a later change is merged with, and not what anybody sees.
        var columns = Covered.SelectMany(table => table.Columns.Select(column => (table.Table, column))).Where(place => place != ("Revisions", "AppliedVersion")).ToArray();
        var ways = TestDatabase.IsPostgres
            ? new Func<string, string, int, int, string>[]
            {
                (table, column, row, other) => $"UPDATE {table} SET {column} = (SELECT {column} FROM {table} WHERE {Row(table, other)}) WHERE {Row(table, row)} AND {column} IS DISTINCT FROM (SELECT {column} FROM {table} WHERE {Row(table, other)})",
                (table, column, row, _) => $"UPDATE {table} SET {column} = {column} || 'x' WHERE {Row(table, row)} AND {column} IS NOT NULL",
                (table, column, row, _) => $"UPDATE {table} SET {column} = 1 - {column} WHERE {Row(table, row)} AND {column} IS NOT NULL",
                (table, column, row, _) => $"UPDATE {table} SET {column} = NOT {column} WHERE {Row(table, row)} AND {column} IS NOT NULL",
                (table, _, row, _) => $"DELETE FROM {table} WHERE {Row(table, row)}",
                (table, _, row, _) => Copy(table, row),
            }
            :
            [
                (table, column, row, other) => $"UPDATE OR IGNORE {table} SET {column} = (SELECT {column} FROM {table} WHERE rowid = {other}) WHERE rowid = {row} AND {column} IS NOT (SELECT {column} FROM {table} WHERE rowid = {other})",
                (table, column, row, _) => $"UPDATE OR IGNORE {table} SET {column} = {column} || 'x' WHERE rowid = {row} AND typeof({column}) = 'text'",
                (table, column, row, _) => $"UPDATE OR IGNORE {table} SET {column} = 1 - {column} WHERE rowid = {row} AND typeof({column}) = 'integer'",
                (table, _, row, _) => $"DELETE FROM {table} WHERE rowid = {row}",
                (table, _, row, _) => Copy(table, row),
            ];

        var found = 0;
        // PostgreSQL refuses more of them.
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(TestDatabase.IsPostgres ? 250 : 150), Prop.ForAll(Gen.Elements(columns).Zip(Gen.Elements(ways)).Zip(Gen.Choose(1, 5).Two()).ToArbitrary(), forged =>
        {
            var (((table, column), way), (row, other)) = forged;
            var sql = way(table, column, row, other);
            if (sql.Length == 0 || site.TryExecute(sql) == 0)
            {
                return;
            }

            try
            {
                found++;
                Assert.False(Verify().IsWhole, sql);
            }
            finally
            {
                kept.GiveBack();
            }
        }));

        Assert.True(found > 40, $"Only {found} changed something.");
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact, Trait("Database", "SQLite")] // Rows by their numbers; on PostgreSQL the test before exchanges rows, too.
    public async Task Verify_AfterTwoRowsExchangedWhatTheySay_FindsIt()
    {
        await EditEverythingAsync();
        using var kept = new KeptDatabase(site);
        foreach (var (table, column) in Covered.SelectMany(table => table.Columns.Where(column => column != "Id").Select(column => (table.Table, column))))
        {
            var swapped = site.Execute($"""
                DROP TABLE IF EXISTS temp.Two;
                CREATE TEMP TABLE Two AS SELECT rowid AS Place, {column} AS Says FROM {table} GROUP BY {column} ORDER BY rowid LIMIT 2;
                UPDATE OR IGNORE {table} SET {column} = (SELECT Says FROM Two WHERE Place <> {table}.rowid) WHERE rowid IN (SELECT Place FROM Two) AND (SELECT count(*) FROM Two) = 2
                """);
            if (swapped > 0 && kept.IsOther(table, column))
            {
                Assert.False(Verify().IsWhole, $"{table}.{column}");
            }

            kept.GiveBack();
        }
    }

    [Theory]
    [InlineData("Published", 1)]
    [InlineData("Published", 2)]
    [InlineData("Submitted", 3)]
    [InlineData("Rejected", 4)]
    public async Task Verify_AfterARevisionWasChanged_NamesIt(string state, int number)
    {
        await EditEverythingAsync();
        await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("A third."));
        EditingSite.Done(await site.RejectAsync(site.SecondReviewer, await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("A fourth."))));
        Assert.True((await VerifyAsync()).IsWhole);

        Assert.Equal(1, site.Execute($"UPDATE Revisions SET Snapshot = replace(Snapshot, 'Helpers', 'Hunters') WHERE State = '{state}' AND Number = {number} AND SubjectId = '{EditingSite.HelpersId.ToString().ToUpperInvariant()}'"));

        var found = Assert.Single((await VerifyAsync()).Contents);
        Assert.Equal((ContentFault.RevisionChanged, AuditSubject.Organisation, EditingSite.HelpersId), (found.Fault, found.Kind, Guid.Parse(found.Id)));
    }

    [Fact]
    public async Task Verify_AfterEverySortOfEdit_FindsAllAsTheLogSays()
    {
        await EditEverythingAsync();
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithName("Other helpers"));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, await site.SubmitAsync(site.Reviewer, await site.RestoreAsync(site.Reviewer, await FirstOfHelpersAsync()))));
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Administrator, EditingSite.HelpersId, "Raided.", TestDirectory.Cancellation));
        Assert.True((await VerifyAsync()).IsWhole);
        var back = EditingSite.Done(await site.TrySaveAsync(site.Reviewer, EditingSite.Helpers, await site.HelpersAsync(), bringsBack: true));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, await site.SubmitAsync(site.Reviewer, back)));
        // The order in which types and audiences stand is theirs, not the organisation's.
        var women = (AudienceDraft)(await site.StartAsync(EditingSite.Women)).Draft;
        await site.EditAsync(EditingSite.Women, women with { Position = women.Position + 50 });
        var created = EditingSite.Done(await site.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = (await site.HelpersAsync()).WithName("Newcomers").WithName("Новые", "ru") with { Slug = "newcomers", AlsoKnownAs = [] }, CountryId = EditingSite.CountryId }, TestDirectory.Cancellation));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, await site.SubmitAsync(site.Reviewer, created)));
        EditingSite.Done(await site.WithdrawAsync(site.Reviewer, await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Taken back."))));

        var report = await VerifyAsync();

        Assert.Empty(report.Contents);
        Assert.Equal((true, 0), (report.IsWhole, report.Unsealed));
    }

    [Fact]
    public async Task Verify_OfALogFromBeforeThereWereSeals_StaysWhole_SaysWhatItDoesNotCover_AndComparesWhatItCan()
    {
        var published = await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another bed."));
        site.Execute($"DELETE FROM AuditEntries; UPDATE AuditHeads SET Number = 0, Hash = '{AuditHead.FirstHash}'");
        await using (var db = site.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestDirectory.Cancellation);
            await AuditLog.AppendAsync(db, published.DecidedAt!.Value, published.DecidedById, AuditAction.Published, AuditSubject.Organisation, EditingSite.HelpersId, published.Id, "Contact", TestDirectory.Cancellation);
            await db.SaveChangesAsync(TestDirectory.Cancellation);
            await transaction.CommitAsync(TestDirectory.Cancellation);
        }

        var report = await VerifyAsync();
        Assert.True(report.IsWhole);
        Assert.True(report.Unsealed > 1);

        // From the next publication on it is covered.
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("A third bed."));
        Assert.Equal((true, report.Unsealed - 1), ((await VerifyAsync()).IsWhole, (await VerifyAsync()).Unsealed));

        site.Execute($"UPDATE ContactPoints SET Value = 'help@evil.example' WHERE Kind = 'Email' AND OrganisationId = '{EditingSite.HelpersId.ToString().ToUpperInvariant()}'");
        var found = Assert.Single((await VerifyAsync()).Contents);
        Assert.Equal((ContentFault.Changed, "helpers", "Contacts"), (found.Fault, found.Name, string.Join(' ', found.Fields)));
    }

    [Theory]
    [InlineData("revision-1: is what they said")]
    [InlineData("content-1:")]
    [InlineData("Contact")]
    [InlineData("")]
    public void TextOf_ADetailWithoutASeal_IsTheDetail(string detail) => Assert.Equal(detail, AuditSeal.TextOf(detail));

    /// <summary>Where this fails, drafts are written otherwise than before: give the seal of contents in AuditSeal its next number.</summary>
    [Fact]
    public async Task Content_ComesToWhatItDid()
    {
        await using var db = site.Open();

        var entry = await db.AuditEntries.SingleAsync(entry => entry.SubjectId == EditingSite.Women.Id, TestDirectory.Cancellation);

        Assert.Equal((AuditAction.Loaded, ""), (entry.Action, AuditSeal.TextOf(entry.Detail)));
        Assert.Equal("content-1:253ef0b55401c6c296e9524fe544a02de74fe29e465d18cbc9d33ffa78825d96:2c0c2c0cf6ca5fec07725375e3b0", entry.Detail);
    }

    public void Dispose() => site.Dispose();

    private Task<AuditReport> VerifyAsync() => site.Audit.VerifyAsync(null, TestDirectory.Cancellation);

    private AuditReport Verify() => VerifyAsync().GetAwaiter().GetResult();

    // One of each kind has been published here.
    private async Task EditEverythingAsync()
    {
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another bed."));
        await site.EditAsync(EditingSite.StepInEnglish, (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft with { Title = "Another title" });
        var shelter = (AssistanceTypeDraft)(await site.StartAsync(EditingSite.Shelter)).Draft;
        await site.EditAsync(EditingSite.Shelter, shelter with { Position = shelter.Position + 50 });
        var women = (AudienceDraft)(await site.StartAsync(EditingSite.Women)).Draft;
        await site.EditAsync(EditingSite.Women, women with { Position = women.Position + 50 });
    }

    private async Task<Guid> FirstOfHelpersAsync()
    {
        await using var db = site.Open();
        return await db.Revisions.Where(revision => revision.SubjectId == EditingSite.HelpersId && revision.Number == 1).Select(revision => revision.Id).SingleAsync(TestDirectory.Cancellation);
    }

    // The fifth row is the fifth that the table keeps.
    private static string Row(string table, int row) => TestDatabase.IsPostgres ? $"ctid = (SELECT ctid FROM {table} ORDER BY ctid OFFSET {row - 1} LIMIT 1)" : $"rowid = {row}";

    // The same row again, under another id and name.
    private string Copy(string table, int row)
    {
        using var connection = site.Tool();
        var columns = KeptDatabase.Ask(connection, TestDatabase.IsPostgres
            ? $"SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
            : $"SELECT group_concat(name) FROM pragma_table_info('{table}')").Split(',');
        var values = columns.Select(column => column switch
        {
            "Id" => TestDatabase.IsPostgres ? $"uuid '{Nobody}'" : $"'{Nobody}'",
            "Slug" => "Slug || '-two'",
            "Number" when table == "Revisions" => "Number + 1000",
            _ => column,
        });
        var verb = TestDatabase.IsPostgres ? "INSERT" : "INSERT OR IGNORE";
        return columns.Contains("Id") ? $"{verb} INTO {table} ({string.Join(',', columns)}) SELECT {string.Join(',', values)} FROM {table} WHERE {Row(table, row)}{(table == "Revisions" ? " AND State = 'Published'" : "")}" : "";
    }
}
