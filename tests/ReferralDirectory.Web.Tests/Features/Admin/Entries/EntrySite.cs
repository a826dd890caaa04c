using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Tests.Features.Admin.Entries;

[assembly: AssemblyFixture(typeof(EntrySite))]

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

/// <summary>A site whose entries are changed: each test takes an organisation that no other test touches.</summary>
public sealed class EntrySite : IAsyncLifetime
{
    /// <summary>The organisation whose editor <see cref="Editor"/> is.</summary>
    public const string OfEditor = "sisters";

    public StaffSite Site { get; } = new();

    public StaffPerson Reviewer { get; private set; } = null!;

    public StaffPerson SecondReviewer { get; private set; } = null!;

    public StaffPerson Administrator { get; private set; } = null!;

    /// <summary>Edits <see cref="OfEditor"/>.</summary>
    public StaffPerson Editor { get; private set; } = null!;

    /// <summary>Edits another organisation.</summary>
    public StaffPerson Stranger { get; private set; } = null!;

    private static CancellationToken Cancel => CancellationToken.None;

    public async ValueTask InitializeAsync()
    {
        Reviewer = await Site.NewReviewerAsync("first@staff.example", Cancel);
        SecondReviewer = await Site.NewReviewerAsync("second@staff.example", Cancel);
        Administrator = await Site.NewAdministratorAsync("third@staff.example", Cancel);
        Editor = await NewEditorAsync("editor@staff.example", OfEditor);
        Stranger = await NewEditorAsync("stranger@staff.example", "ingo");
    }

    public Task<Guid> IdAsync(string slug) => Site.OrganisationAsync(slug);

    public async Task<string> EntryAsync(string slug) => EntryLinks.Entry(await IdAsync(slug));

    /// <summary>The first contact of an organisation of a kind.</summary>
    public Task<Guid> ContactAsync(Guid organisation, ContactKind kind) =>
        Site.AskAsync(db => db.ContactPoints.Where(contact => contact.OrganisationId == organisation && contact.Kind == kind).OrderBy(contact => contact.Position).Select(contact => contact.Id).FirstAsync(Cancel));

    /// <summary>Somebody's draft of an organisation.</summary>
    public Task<Revision> DraftAsync(Guid organisation, StaffPerson author) => Site.AskAsync(db => db.Revisions.AsNoTracking()
        .Where(revision => revision.SubjectId == organisation && revision.AuthorId == author.Id).OrderByDescending(revision => revision.Number).FirstAsync(Cancel));

    /// <summary>Sends somebody's draft, and has somebody else publish it.</summary>
    public async Task PublishAsync(Guid organisation, StaffPerson author, StaffPerson publisher)
    {
        var draft = (await DraftAsync(organisation, author)).Id;
        var sent = await author.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft));
        Assert.Equal(EditingLinks.Sent(draft), sent.Location);
        var published = await publisher.Browser.SubmitAsync(EditingLinks.Review(draft), EditingLinks.Publish(draft));
        Assert.Equal(EditingLinks.Decided(draft), published.Location);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task<StaffPerson> NewEditorAsync(string email, string slug) =>
        await Site.NewPersonAsync(email, Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = await IdAsync(slug) });
}
