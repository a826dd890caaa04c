using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Somebody with a database tool changes who wrote a revision, who decided it, when, and what became of it.</summary>
public sealed class RevisionVerifierTests : IDisposable
{
    private const string Nobody = "00000000-0000-0000-0000-00000000000A";

    /// <summary>The one revision of <see cref="OneOfEachAsync"/> that is in a state, and was written by somebody.</summary>
    private const string OfState = "WHERE AuthorId IS NOT NULL AND State = ";

    private readonly EditingSite site = new();

    /// <summary>What somebody could write into the row of a revision, so that another did it, or did it otherwise.</summary>
    public static TheoryData<string> ForgedRevisions =>
    [
        $"UPDATE Revisions SET AuthorId = '{Nobody}' {OfState}'Published'",
        $"UPDATE Revisions SET AuthorId = '{Nobody}' {OfState}'Draft'",
        $"UPDATE Revisions SET AuthorId = NULL {OfState}'Submitted'",
        $"UPDATE Revisions SET AuthorId = '{Nobody}' WHERE Origin = 'Loaded'",
        $"UPDATE Revisions SET DecidedById = AuthorId {OfState}'Published'",
        $"UPDATE Revisions SET DecidedById = NULL {OfState}'Rejected'",
        $"UPDATE Revisions SET DecidedById = '{Nobody}' WHERE Origin = 'Loaded'",
        $"UPDATE Revisions SET DecidedById = '{Nobody}' {OfState}'Submitted'",
        $"UPDATE Revisions SET State = 'Withdrawn' {OfState}'Rejected'",
        $"UPDATE Revisions SET State = 'Rejected' {OfState}'Withdrawn'",
        $"UPDATE Revisions SET State = 'Withdrawn', DecidedById = AuthorId, DecidedAt = SubmittedAt {OfState}'Submitted'",
        $"UPDATE Revisions SET State = 'Withdrawn', DecidedById = AuthorId, DecidedAt = CreatedAt {OfState}'Draft'",
        $"UPDATE Revisions SET State = 'Draft' {OfState}'Withdrawn'",
        $"UPDATE Revisions SET State = 'Submitted', DecidedAt = NULL, DecidedById = NULL {OfState}'Rejected'",
        $"UPDATE Revisions SET Number = Number + 100 {OfState}'Submitted'",
        $"UPDATE Revisions SET Number = 50 WHERE Origin = 'Loaded'",
        $"UPDATE Revisions SET Origin = 'Import' {OfState}'Submitted'",
        $"UPDATE Revisions SET Origin = 'Loaded' {OfState}'Published'",
        $"UPDATE Revisions SET Note = 'I called them.' {OfState}'Submitted'",
        $"UPDATE Revisions SET Note = 'Not mine.' WHERE Origin = 'Loaded'",
        $"UPDATE Revisions SET Reason = 'Nobody answers there.' {OfState}'Rejected'",
        $"UPDATE Revisions SET CreatedAt = '2020-01-01 00:00:00' {OfState}'Published'",
        $"UPDATE Revisions SET CreatedAt = '2020-01-01 00:00:00' {OfState}'Draft'",
        $"UPDATE Revisions SET CreatedAt = '2020-01-01 00:00:00', DecidedAt = '2020-01-01 00:00:00' WHERE Origin = 'Loaded'",
        $"UPDATE Revisions SET SubmittedAt = '2020-01-01 00:00:00' {OfState}'Submitted'",
        $"UPDATE Revisions SET SubmittedAt = NULL {OfState}'Submitted'",
        $"UPDATE Revisions SET DecidedAt = '2020-01-01 00:00:00' {OfState}'Published'",
        $"UPDATE Revisions SET BaseRevisionId = NULL {OfState}'Submitted'",
        $"UPDATE Revisions SET BaseVersion = '{Nobody}' {OfState}'Submitted'",
        $"DELETE FROM Revisions {OfState}'Draft'",
        $"DELETE FROM Revisions {OfState}'Withdrawn'",
        $"INSERT INTO Revisions (Id, SubjectKind, SubjectId, CountryId, Number, State, AuthorId, Contributors, Origin, Note, CreatedAt, BringsBack, Snapshot, Version) SELECT '{Nobody}', SubjectKind, SubjectId, CountryId, 99, State, AuthorId, Contributors, Origin, Note, CreatedAt, BringsBack, Snapshot, Version FROM Revisions {OfState}'Draft'",
    ];

    [Theory]
    [MemberData(nameof(ForgedRevisions))]
    public async Task Verify_AfterARevisionSaysThatAnotherDidIt_OrOtherwise_NamesIt(string sql)
    {
        await OneOfEachAsync();
        Assert.True((await VerifyAsync()).IsWhole);

        Assert.NotEqual(0, site.Execute(sql));

        Assert.Contains((await VerifyAsync()).Contents, found => found.Fault is ContentFault.RevisionChanged or ContentFault.RevisionGone && found.Kind == AuditSubject.Organisation && Guid.Parse(found.Id) == EditingSite.HelpersId);
    }

    /// <summary>On SQLite an id is a text, which queries do not find when it is written otherwise.</summary>
    [Theory, Trait("Database", "SQLite")]
    [InlineData("AuthorId")]
    [InlineData("SubjectId")]
    [InlineData("CountryId")]
    public Task Verify_AfterAnIdOfARevisionWasWrittenOtherwise_NamesIt(string column) =>
        Verify_AfterARevisionSaysThatAnotherDidIt_OrOtherwise_NamesIt($"UPDATE Revisions SET {column} = lower({column}) {OfState}'Submitted'");

    [Theory]
    [InlineData("")]
    [InlineData("In two\r\nlines, with | and \"quotes\", ё, 👍 and half a pair: \ud83d")]
    [InlineData("Cut\0off")]
    public async Task Verify_WhateverWordsANoteAndAReasonHave_FindsAllAsTheLogSays(string words)
    {
        var draft = EditingSite.Done(await site.Drafts.SaveAsync(site.Editor, new DraftInput { Draft = (await site.HelpersAsync()).WithDescription("Another."), SubjectId = EditingSite.HelpersId, BaseVersion = (await site.StartAsync(EditingSite.Helpers)).BaseVersion, Note = words }, TestDirectory.Cancellation));
        EditingSite.Done(await site.RejectAsync(site.Reviewer, await site.SubmitAsync(site.Editor, draft), $"No: {words}"));

        Assert.Empty((await VerifyAsync()).Contents);
    }

    /// <param name="isOldLog">A log of before knows nothing more of a revision that gave way to another: only that the other was made then.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verify_AfterARevisionWasMergedWithANewerOne_FindsAllAsTheLogSays_AndNoOtherThatIsSaidToHaveBeen(bool isOldLog)
    {
        var (mine, another) = (await SubmitAsync("Mine."), await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another.")));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()) with { LanguagesSpoken = ["en"] })));
        EditingSite.Done(await site.Restores.RebaseAsync(site.Editor, mine.Id, mine.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, TestDirectory.Cancellation));
        if (isOldLog)
        {
            await WriteAnewAsync((entry, _) => entry.Action == AuditAction.Withdrawn ? null : entry.Detail);
        }

        Assert.True((await VerifyAsync()).IsWhole);

        Assert.Equal(1, site.Execute($"UPDATE Revisions SET (State, DecidedById, DecidedAt) = (SELECT State, DecidedById, DecidedAt FROM Revisions WHERE Number = {mine.Number}) WHERE Number = {another.Number}"));
        Assert.Equal(ContentFault.RevisionChanged, Assert.Single((await VerifyAsync()).Contents).Fault);
    }

    /// <summary>A log from before it knew all of a revision.</summary>
    [Fact]
    public async Task Verify_OfALogWithSealsOfTheFirstFormat_StaysWhole_AndSaysWhatItDoesNotCover()
    {
        await OneOfEachAsync();
        await SealAsBeforeAsync();

        // What was published, waits, was rejected or withdrawn; a draft is not sealed at all.
        var report = await VerifyAsync();
        Assert.Equal((true, 0, 4), (report.IsWhole, report.Unsealed, report.PartlySealed));

        Assert.NotEqual(0, site.Execute($"UPDATE Revisions SET Note = 'I called them.' {OfState}'Submitted'"));
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Theory]
    [InlineData($"UPDATE Revisions SET AuthorId = '{Nobody}' {OfState}'Published'")]
    [InlineData($"UPDATE Revisions SET DecidedById = AuthorId {OfState}'Published'")]
    [InlineData($"UPDATE Revisions SET State = 'Withdrawn' {OfState}'Rejected'")]
    [InlineData($"UPDATE Revisions SET CreatedAt = '2020-01-01 00:00:00' {OfState}'Draft'")]
    public async Task Verify_OfALogWithSealsOfTheFirstFormat_ComparesWhatItKnows(string sql)
    {
        await OneOfEachAsync();
        await SealAsBeforeAsync();

        Assert.NotEqual(0, site.Execute(sql));

        Assert.Equal(ContentFault.RevisionChanged, Assert.Single((await VerifyAsync()).Contents).Fault);
    }

    public void Dispose() => site.Dispose();

    private Task<AuditReport> VerifyAsync() => site.Audit.VerifyAsync(null, TestDirectory.Cancellation);

    // Of one entry: what was loaded, a draft, and one in each of the other states.
    private async Task OneOfEachAsync()
    {
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another bed."));
        var rejected = await SubmitAsync("Rejected.");
        EditingSite.Done(await site.RejectAsync(site.Reviewer, rejected));
        EditingSite.Done(await site.WithdrawAsync(site.Editor, await SubmitAsync("Withdrawn.")));
        await SubmitAsync("Waits.");
        await site.SaveAsync(site.OtherEditorOfIt, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("A draft."));
    }

    private async Task<RevisionSummary> SubmitAsync(string description) =>
        await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription(description));

    // What an entry said of a revision before.
    private Task SealAsBeforeAsync() => WriteAnewAsync((entry, revision) => revision is null ? entry.Detail
        : entry.Action is AuditAction.Submitted or AuditAction.Published ? $"{AuditSeal.TextOf(entry.Detail)} {FirstSeal(revision)}".TrimStart()
        : AuditSeal.TextOf(entry.Detail));

    // The whole log again, with other details; without an entry that has none.
    private async Task WriteAnewAsync(Func<AuditEntry, Revision?, string?> detailOf)
    {
        await using var db = site.Open();
        var entries = await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(TestDirectory.Cancellation);
        var revisions = await db.Revisions.AsNoTracking().ToDictionaryAsync(revision => revision.Id, TestDirectory.Cancellation);
        site.Execute($"DELETE FROM AuditEntries; UPDATE AuditHeads SET Number = 0, Hash = '{AuditHead.FirstHash}'");
        await using var transaction = await db.Database.BeginTransactionAsync(TestDirectory.Cancellation);
        foreach (var entry in entries)
        {
            if (detailOf(entry, entry.RevisionId is { } id ? revisions[id] : null) is { } detail)
            {
                await AuditLog.AppendAsync(db, entry.At, entry.ActorId, entry.Action, entry.SubjectKind, entry.SubjectId, entry.RevisionId, detail, TestDirectory.Cancellation);
            }
        }

        await db.SaveChangesAsync(TestDirectory.Cancellation);
        await transaction.CommitAsync(TestDirectory.Cancellation);
    }

    private static string FirstSeal(Revision revision) =>
        $"revision-1:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{revision.CountryId:D}|{string.Join(',', revision.Contributors)}|{revision.BringsBack}|{revision.Snapshot}")))}";
}
