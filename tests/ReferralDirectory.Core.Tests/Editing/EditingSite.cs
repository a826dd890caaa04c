using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>The small content in a SQLite file, and staff who edit it.</summary>
internal sealed class EditingSite : IDisposable
{
    public static readonly Guid CountryId = StableId.Of("country", "testland");
    public static readonly Guid HelpersId = StableId.Of("organisation", "testland", "helpers");
    public static readonly Guid NeighboursId = StableId.Of("organisation", "testland", "neighbours");
    public static readonly Subject Helpers = new(SubjectKind.Organisation, HelpersId);
    public static readonly Subject StepInEnglish = new(SubjectKind.StepText, StableId.Of("step-text", "testland", "encounter", "en"));
    public static readonly Subject StepInRussian = new(SubjectKind.StepText, StableId.Of("step-text", "testland", "encounter", "ru"));
    public static readonly Subject Shelter = new(SubjectKind.AssistanceType, StableId.Of("assistance-type", "shelter"));
    public static readonly Subject Women = new(SubjectKind.Audience, StableId.Of("audience", "women"));

    /// <summary>Another country's, whose reviewers have no say here.</summary>
    public static readonly Guid ElsewhereId = new("00000000-0000-0000-0000-00000000e15e");

    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();
    private readonly TestDirectory directory;

    public EditingSite(Action<SmallContent>? change = null)
    {
        change?.Invoke(content);
        directory = new TestDirectory(folder["directory.db"], content.Path, time: Clock);
        directory.StartAsync().GetAwaiter().GetResult();
    }

    public TestClock Clock { get; } = new();

    public Actor Editor { get; } = Staff(organisations: [HelpersId]);

    public Actor OtherEditorOfIt { get; } = Staff(organisations: [HelpersId]);

    public Actor Reviewer { get; } = Staff(countries: [CountryId]);

    public Actor SecondReviewer { get; } = Staff(countries: [CountryId]);

    public Actor Administrator { get; } = Staff(isAdministrator: true);

    public Actor SecondAdministrator { get; } = Staff(isAdministrator: true);

    public Actor Stranger { get; } = Staff(countries: [ElsewhereId], organisations: [NeighboursId]);

    public DraftDesk Drafts => directory.Get<DraftDesk>();

    public RestoreDesk Restores => directory.Get<RestoreDesk>();

    public ReviewDesk Reviews => directory.Get<ReviewDesk>();

    public TakeDownDesk TakeDowns => directory.Get<TakeDownDesk>();

    public ConfirmationDesk Confirmations => directory.Get<ConfirmationDesk>();

    public ReportDesk Reports => directory.Get<ReportDesk>();

    public RevisionArchive Archive => directory.Get<RevisionArchive>();

    public AuditVerifier Audit => directory.Get<AuditVerifier>();

    public TestDirectory Directory => directory;

    private static CancellationToken Cancellation => TestDirectory.Cancellation;

    public static Actor Staff(bool isAdministrator = false, Guid[]? countries = null, Guid[]? organisations = null) =>
        new(Guid.NewGuid(), isAdministrator, (countries ?? []).ToHashSet(), (organisations ?? []).ToHashSet());

    public DirectoryDb Open() => directory.Open();

    /// <summary>What the subject says now, as whoever may edit it sees it.</summary>
    public async Task<DraftStart> StartAsync(Subject subject) =>
        await Drafts.OpenAsync(subject.Kind is SubjectKind.Organisation or SubjectKind.StepText ? Reviewer : Administrator, subject, Cancellation) ?? throw new InvalidOperationException("There is no such subject.");

    public async Task<OrganisationDraft> HelpersAsync() => (OrganisationDraft)(await StartAsync(Helpers)).Draft;

    /// <summary>Saves a draft on top of what is published.</summary>
    public async Task<EditResult> TrySaveAsync(Actor actor, Subject subject, SubjectDraft draft, Guid? baseVersion = null, bool bringsBack = false) =>
        await Drafts.SaveAsync(actor, new DraftInput { Draft = draft, SubjectId = subject.Id, BaseVersion = baseVersion ?? (await StartAsync(subject)).BaseVersion, BringsBack = bringsBack, Note = "Why" }, Cancellation);

    public async Task<RevisionSummary> SaveAsync(Actor actor, Subject subject, SubjectDraft draft) => Done(await TrySaveAsync(actor, subject, draft));

    public async Task<RevisionSummary> SubmitAsync(Actor actor, RevisionSummary revision) => Done(await Drafts.SubmitAsync(actor, revision.Id, revision.Version, Cancellation));

    public async Task<RevisionSummary> SubmitAsync(Actor actor, Subject subject, SubjectDraft draft) => await SubmitAsync(actor, await SaveAsync(actor, subject, draft));

    public Task<EditResult> PublishAsync(Actor actor, RevisionSummary revision) => Reviews.PublishAsync(actor, revision.Id, revision.Version, Cancellation);

    public Task<EditResult> RejectAsync(Actor actor, RevisionSummary revision, string reason = "No") => Reviews.RejectAsync(actor, revision.Id, revision.Version, reason, Cancellation);

    public Task<EditResult> WithdrawAsync(Actor actor, RevisionSummary revision) => Drafts.WithdrawAsync(actor, revision.Id, revision.Version, Cancellation);

    public async Task<RevisionSummary> RestoreAsync(Actor actor, Guid revisionId) => Done(await Restores.RestoreAsync(actor, revisionId, Cancellation));

    /// <summary>One person writes, another publishes.</summary>
    public async Task<RevisionSummary> EditAsync(Subject subject, SubjectDraft draft)
    {
        var (author, publisher) = subject.Kind is SubjectKind.Organisation or SubjectKind.StepText ? (Reviewer, SecondReviewer) : (Administrator, SecondAdministrator);
        return Done(await PublishAsync(publisher, await SubmitAsync(author, subject, draft)));
    }

    public async Task<Organisation> OrganisationAsync(Guid? id = null)
    {
        await using var db = Open();
        return await db.Organisations.AsNoTracking().Include(o => o.Contacts).ThenInclude(contact => contact.Confirmations).Include(o => o.Services).SingleAsync(o => o.Id == (id ?? HelpersId), Cancellation);
    }

    public async Task<Revision> RevisionAsync(Guid id)
    {
        await using var db = Open();
        return await db.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == id, Cancellation);
    }

    /// <summary>What somebody with a database tool does: no foreign key stands in the way.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string sql)
    {
        using var connection = Tool();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    /// <summary>A connection for somebody with a database tool.</summary>
    public SqliteConnection Tool()
    {
        using var db = Open();
        var connection = new SqliteConnection($"{db.Database.GetConnectionString()};Foreign Keys=False");
        connection.Open();
        return connection;
    }

    public static RevisionSummary Done(EditResult result)
    {
        var done = Assert.IsType<EditResult.Done>(result);
        return done.Revision ?? throw new InvalidOperationException("There is no revision.");
    }

    /// <summary>Done, without a revision.</summary>
    public static void DoneWithout(EditResult result) => Assert.Null(Assert.IsType<EditResult.Done>(result).Revision);

    public void Dispose()
    {
        directory.Dispose();
        content.Dispose();
        folder.Dispose();
    }
}
