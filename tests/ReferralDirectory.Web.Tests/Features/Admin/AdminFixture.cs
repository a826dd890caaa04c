using ReferralDirectory.Testing;
using ReferralDirectory.Web.Tests.Features.Admin;

[assembly: AssemblyFixture(typeof(AdminFixture))]

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>One site with one person of each role, for tests that change nothing the others see. Its clock stands still.</summary>
public sealed class AdminFixture : IAsyncLifetime
{
    public StaffSite Site { get; } = new();

    public StaffPerson Administrator { get; private set; } = null!;

    public StaffPerson Reviewer { get; private set; } = null!;

    public StaffPerson Editor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Administrator = await Site.NewAdministratorAsync("administrator@staff.example", CancellationToken.None);
        Reviewer = await Site.NewReviewerAsync("reviewer@staff.example", CancellationToken.None);
        Editor = await Site.NewEditorAsync("editor@staff.example", CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
