using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>A site whose entries two members of staff edit, one of them writing and the other deciding.</summary>
internal sealed class EditedSite : IAsyncDisposable
{
    private readonly StaffSite staff;

    public EditedSite(IReadOnlyDictionary<string, string>? settings = null)
    {
        staff = new StaffSite(new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Api:RequestsPerMinute"] = "100000", ["Api:ExportsPerHour"] = "100000" });
        Author = NewActor();
        Reviewer = NewActor();
    }

    public TestSite Site => staff.Site;

    public TestClock Clock => staff.Clock;

    public Actor Author { get; }

    public Actor Reviewer { get; }

    public PublishedCountry Country => Source.Current.Countries[0];

    private PublishedDirectorySource Source => Service<PublishedDirectorySource>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Service<T>()
        where T : notnull => Site.Services.GetRequiredService<T>();

    public Task<string> TextAsync(string address) => Site.Client.GetStringAsync(address, Cancel);

    /// <summary>Reads everything, as a start does.</summary>
    public Task ReloadAsync() => Source.ReloadAsync(Cancel);

    public async Task TakeDownAsync(Guid organisation)
    {
        Assert.IsType<EditResult.Done>(await Service<TakeDownDesk>().TakeDownAsync(Reviewer, organisation, "They moved", Cancel));
        await Source.ReloadAsync(new HashSet<Guid> { organisation }, Cancel);
    }

    /// <summary>A draft of what is published, changed.</summary>
    public async Task<RevisionSummary> SaveAsync<T>(Subject subject, Func<T, T> change)
        where T : SubjectDraft
    {
        var start = (await Service<DraftDesk>().OpenAsync(Author, subject, Cancel))!;
        return Done(await Service<DraftDesk>().SaveAsync(Author, new DraftInput { Draft = change((T)start.Draft), SubjectId = subject.Id, BaseVersion = start.BaseVersion }, Cancel));
    }

    /// <summary>A draft of a new entry.</summary>
    public async Task<RevisionSummary> SaveNewAsync(OrganisationDraft draft) =>
        Done(await Service<DraftDesk>().SaveAsync(Author, new DraftInput { Draft = draft, CountryId = Country.Id }, Cancel));

    public async Task<RevisionSummary> SubmitAsync(RevisionSummary revision) => Done(await Service<DraftDesk>().SubmitAsync(Author, revision.Id, revision.Version, Cancel));

    public async Task PublishAsync(RevisionSummary revision)
    {
        Done(await Service<ReviewDesk>().PublishAsync(Reviewer, revision.Id, revision.Version, Cancel));
        await ReloadAsync();
    }

    public ValueTask DisposeAsync() => staff.DisposeAsync();

    private static RevisionSummary Done(EditResult result) => Assert.IsType<EditResult.Done>(result).Revision!;

    private Actor NewActor()
    {
        StaffGrant[] grants = [new() { Role = StaffRole.Administrator }, new() { Role = StaffRole.Reviewer, CountryId = Country.Id }];
        return new Actor(staff.NewMemberAsync(Cancel, grants).GetAwaiter().GetResult(), true, new HashSet<Guid> { Country.Id }, new HashSet<Guid>());
    }
}
