using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>The small content in a database, and staff who edit it.</summary>
internal sealed class EditingSite : IDisposable
{
    public static readonly Guid CountryId = StableId.Of("country", "testland");
    public static readonly Guid HelpersId = StableId.Of("organisation", "testland", "helpers");
    public static readonly Guid NeighboursId = StableId.Of("organisation", "testland", "neighbours");
    public static readonly Subject Helpers = new(SubjectKind.Organisation, HelpersId);
    public static readonly Subject StepInEnglish = new(SubjectKind.StepText, StableId.Of("step-text", "testland", "encounter", "en"));
    public static readonly Subject StepInRussian = new(SubjectKind.StepText, StableId.Of("step-text", "testland", "encounter", "ru"));
    public static readonly Subject Shelter = new(SubjectKind.AssistanceType, StableId.Of("assistance-type", "shelter"));
    /// <summary>The type of hotlines.</summary>
    public static readonly Subject Talk = new(SubjectKind.AssistanceType, StableId.Of("assistance-type", "talk"));

    public static readonly Subject Women = new(SubjectKind.Audience, StableId.Of("audience", "women"));

    /// <summary>Another country's, whose reviewers have no say here.</summary>
    public static readonly Guid ElsewhereId = StableId.Of("country", "elsewhere");

    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();
    private readonly TestDirectory directory;

    /// <param name="change">Of the content.</param>
    /// <param name="name">Names the content where many tests have the same; null for one of the test's own.</param>
    public EditingSite(Action<SmallContent>? change = null, string? name = null)
    {
        change?.Invoke(content);
        content.AddElsewhere();
        if (change is null || name is not null)
        {
            TestDatabase.MakeReady(folder["directory.db"], name ?? "small", path =>
            {
                using var first = new TestDirectory(path, content.Path);
                first.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
            });
        }

        directory = new TestDirectory(folder["directory.db"], content.Path, time: Clock);
        directory.StartAsync().GetAwaiter().GetResult();
        Editor = Staff(organisations: [HelpersId]);
        OtherEditorOfIt = Staff(organisations: [HelpersId]);
        Reviewer = Staff(countries: [CountryId]);
        SecondReviewer = Staff(countries: [CountryId]);
        Administrator = Staff(isAdministrator: true);
        SecondAdministrator = Staff(isAdministrator: true);
        Stranger = Staff(countries: [ElsewhereId], organisations: [NeighboursId]);
    }

    public TestClock Clock { get; } = new();

    public Actor Editor { get; }

    public Actor OtherEditorOfIt { get; }

    public Actor Reviewer { get; }

    public Actor SecondReviewer { get; }

    public Actor Administrator { get; }

    public Actor SecondAdministrator { get; }

    public Actor Stranger { get; }

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

    /// <summary>Somebody who may enter, with what they may do.</summary>
    public Actor Staff(bool isAdministrator = false, Guid[]? countries = null, Guid[]? organisations = null)
    {
        var actor = new Actor(Guid.NewGuid(), isAdministrator, (countries ?? []).ToHashSet(), (organisations ?? []).ToHashSet());
        var email = $"{actor.Id}@staff.example";
        using var db = Open();
        db.Add(new StaffMember { Id = actor.Id, UserName = email, NormalizedUserName = StaffMember.Normalize(email), DisplayName = "A member", InvitedAt = DateTime.UnixEpoch });
        Write(db, actor.Id, [(AuditAction.Invited, "")]);
        return Grant(actor);
    }

    /// <summary>Writes down what somebody may do from now on.</summary>
    public Actor Grant(Actor actor)
    {
        using var db = Open();
        var before = db.StaffGrants.Where(grant => grant.StaffMemberId == actor.Id).ToList();
        List<StaffGrant> now =
        [
            .. actor.IsAdministrator ? [new StaffGrant { StaffMemberId = actor.Id, Role = StaffRole.Administrator }] : Array.Empty<StaffGrant>(),
            .. actor.ReviewsCountries.Select(id => new StaffGrant { StaffMemberId = actor.Id, Role = StaffRole.Reviewer, CountryId = id }),
            .. actor.EditsOrganisations.Select(id => new StaffGrant { StaffMemberId = actor.Id, Role = StaffRole.Editor, OrganisationId = id }),
        ];
        db.RemoveRange(before);
        db.AddRange(now);
        Write(db, actor.Id, [.. before.Select(grant => (AuditAction.RoleWithdrawn, grant.AuditDetail)), .. now.Select(grant => (AuditAction.RoleGranted, grant.AuditDetail))]);
        return actor;
    }

    // As the site does: what is done to an account stands in the log.
    private static void Write(DirectoryDb db, Guid member, IEnumerable<(AuditAction Action, string Detail)> acts)
    {
        using var transaction = db.BeginWritingAsync(Cancellation).GetAwaiter().GetResult();
        foreach (var (action, detail) in acts)
        {
            AuditLog.AppendAsync(db, DateTime.UnixEpoch, null, action, AuditSubject.Account, member, null, detail, Cancellation).GetAwaiter().GetResult();
        }

        db.SaveChanges();
        transaction.Commit();
    }

    /// <summary>The country as the public sees it.</summary>
    public PublishedCountry Testland => directory.Source.Current.Countries.Single(country => country.Id == CountryId);

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

    /// <inheritdoc cref="TestDatabase.Connect"/>
    public DbConnection Connect() => TestDatabase.Connect(folder["directory.db"]);

    /// <inheritdoc cref="TestDatabase.Execute"/>
    public int Execute(string sql) => TestDatabase.Execute(folder["directory.db"], sql);

    /// <summary>The same; 0 where PostgreSQL refuses what would be no value of the column, or the same again.</summary>
    public int TryExecute(string sql)
    {
        try
        {
            return Execute(sql);
        }
        catch (DbException) when (TestDatabase.IsPostgres)
        {
            return 0;
        }
    }

    /// <inheritdoc cref="TestDatabase.Connect"/>
    public DbConnection Tool() => TestDatabase.Connect(folder["directory.db"]);

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
