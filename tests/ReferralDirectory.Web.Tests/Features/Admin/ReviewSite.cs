using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Tests.Features.Admin;

[assembly: AssemblyFixture(typeof(ReviewSite))]

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>A site with staff who edit, review and administrate. Each test takes a subject that no other one takes.</summary>
public sealed class ReviewSite : IAsyncLifetime
{
    public StaffSite Site { get; } = new();

    public StaffPerson Editor { get; private set; } = null!;

    public StaffPerson OtherEditor { get; private set; } = null!;

    public StaffPerson Reviewer { get; private set; } = null!;

    public StaffPerson SecondReviewer { get; private set; } = null!;

    public StaffPerson Administrator { get; private set; } = null!;

    public StaffPerson SecondAdministrator { get; private set; } = null!;

    private static CancellationToken Cancel => CancellationToken.None;

    public async ValueTask InitializeAsync()
    {
        Editor = await Site.NewPersonAsync("editor@review.example", Cancel, await EditorOfAsync("maria"), await EditorOfAsync("ingo"), await EditorOfAsync("stellit"), await EditorOfAsync("warm-house-on-the-mountain"));
        OtherEditor = await Site.NewPersonAsync("other@review.example", Cancel, await EditorOfAsync("sisters"));
        Reviewer = await Site.NewReviewerAsync("reviewer@review.example", Cancel);
        SecondReviewer = await Site.NewReviewerAsync("second@review.example", Cancel);
        Administrator = await Site.NewAdministratorAsync("administrator@review.example", Cancel);
        SecondAdministrator = await Site.NewAdministratorAsync("second-administrator@review.example", Cancel);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>A service of the site.</summary>
    public T Get<T>()
        where T : notnull => Site.Site.Services.GetRequiredService<T>();

    public Task<Guid> OrganisationAsync(string slug) => Site.OrganisationAsync(slug);

    public Task<Guid> StepTextAsync(StepKey key, string language) => Site.AskAsync(db => db.StepTexts.Where(text => text.Language == LanguageTag.Parse(language) && db.Steps.Any(step => step.Id == text.StepId && step.Key == key)).Select(text => text.Id).SingleAsync(Cancel));

    public Task<RevisionState> StateAsync(Guid revision) => Site.AskAsync(db => db.Revisions.Where(found => found.Id == revision).Select(found => found.State).SingleAsync(Cancel));

    /// <summary>As Core sees somebody.</summary>
    public async Task<Actor> ActorAsync(StaffPerson person)
    {
        var grants = await Site.AskAsync(db => db.StaffGrants.Where(grant => grant.StaffMemberId == person.Id).ToListAsync(Cancel));
        return new Actor(
            person.Id,
            grants.Exists(grant => grant.Role == StaffRole.Administrator),
            grants.Where(grant => grant.Role == StaffRole.Reviewer).Select(grant => grant.CountryId!.Value).ToHashSet(),
            grants.Where(grant => grant.Role == StaffRole.Editor).Select(grant => grant.OrganisationId!.Value).ToHashSet());
    }

    /// <summary>Somebody changes an organisation and hands that in.</summary>
    public async Task<RevisionSummary> SubmitAsync(StaffPerson author, string slug, Func<OrganisationDraft, OrganisationDraft> change, string note = "")
    {
        var draft = await SaveAsync(author, slug, change, note);
        return Done(await Get<DraftDesk>().SubmitAsync(await ActorAsync(author), draft.Id, draft.Version, Cancel));
    }

    /// <summary>Somebody changes an organisation.</summary>
    public async Task<RevisionSummary> SaveAsync(StaffPerson author, string slug, Func<OrganisationDraft, OrganisationDraft> change, string note = "")
    {
        var subject = new Subject(SubjectKind.Organisation, await OrganisationAsync(slug));
        var actor = await ActorAsync(author);
        var start = (await Get<DraftDesk>().OpenAsync(actor, subject, Cancel))!;
        return Done(await Get<DraftDesk>().SaveAsync(actor, new DraftInput { Draft = change((OrganisationDraft)start.Draft), SubjectId = subject.Id, BaseVersion = start.BaseVersion, Note = note }, Cancel));
    }

    private static RevisionSummary Done(EditResult result) => Assert.IsType<EditResult.Done>(result).Revision!;

    private async Task<StaffGrant> EditorOfAsync(string slug) => new() { Role = StaffRole.Editor, OrganisationId = await OrganisationAsync(slug) };
}
