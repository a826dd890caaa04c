using System.Data.Common;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What was published, and the reading of the directory failed after that.</summary>
public sealed class NotShownTests : IAsyncDisposable
{
    private const string Maria = "/en/russian-federation/providers/maria";

    private readonly StaffSite site;
    private bool fails;

    public NotShownTests() => site = new(services: services => services.AddSingleton(provider => new PublishedDirectorySource(
        provider.GetRequiredService<DbDataSource>(),
        provider.GetRequiredService<TimeProvider>(),
        directory => fails ? throw new InvalidOperationException() : provider.GetRequiredService<ProviderSearch>().PrepareAsync(directory))));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublishingAgain_AfterAnErrorOnTheWay_ShowsIt()
    {
        var reviewer = await site.NewReviewerAsync("reviewer@staff.example", Cancel);
        var sent = await SendAsync(reviewer);
        var page = (await reviewer.Browser.GetAsync(EditingLinks.Review(sent.Id))).Page;
        // As when the reading failed after it was published.
        Assert.IsType<EditResult.Done>(await site.Site.Services.GetRequiredService<ReviewDesk>().PublishAsync(await ActorAsync(reviewer), sent.Id, sent.Version, Cancel));
        Assert.DoesNotContain("Languages spoken", await PublicAsync(), StringComparison.Ordinal);

        var again = await reviewer.Browser.SubmitAsync(page, EditingLinks.Publish(sent.Id));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("This is published already", again.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Languages spoken:", await PublicAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorAfterPublishing_IsNotSaidToBeOneBefore_AndIsMadeGoodAMinuteLater()
    {
        var reviewer = await site.NewReviewerAsync("reviewer@staff.example", Cancel);
        var sent = await SendAsync(reviewer);
        fails = true;

        var failed = await reviewer.Browser.SubmitAsync(EditingLinks.Review(sent.Id), EditingLinks.Publish(sent.Id));

        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        Assert.Contains("What you did is saved", failed.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was saved", failed.Text, StringComparison.Ordinal);
        fails = false;
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().FreshenAsync(Cancel);
        Assert.Contains("Languages spoken:", await PublicAsync(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Task<string> PublicAsync() => site.Site.Client.GetStringAsync(Maria, Cancel);

    private async Task<Actor> ActorAsync(StaffPerson reviewer) => new(reviewer.Id, false, new HashSet<Guid> { (await site.AskAsync(db => Task.FromResult(db.Countries.Single()))).Id }, new HashSet<Guid>());

    private async Task<RevisionSummary> SendAsync(StaffPerson reviewer)
    {
        var (actor, desk, id) = (await ActorAsync(reviewer), site.Site.Services.GetRequiredService<DraftDesk>(), await site.OrganisationAsync("maria"));
        var start = (await desk.OpenAsync(actor, new Subject(SubjectKind.Organisation, id), Cancel))!;
        var saved = Done(await desk.SaveAsync(actor, new DraftInput { Draft = (OrganisationDraft)start.Draft with { LanguagesSpoken = ["tg"] }, SubjectId = id, BaseVersion = start.BaseVersion }, Cancel));
        return Done(await desk.SubmitAsync(actor, saved.Id, saved.Version, Cancel));
    }

    private static RevisionSummary Done(EditResult result) => Assert.IsType<EditResult.Done>(result).Revision!;
}
