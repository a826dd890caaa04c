using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Nobody hides behind a name that is not seen, or that is a colleague's.</summary>
public sealed class StaffNameTests : IAsyncDisposable
{
    private const string Address = "/admin/account/name";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\u200B", "that everybody can see")]
    [InlineData("Reviewer \u202Exis", "that everybody can see")]
    [InlineData("…", "that everybody can see")]
    [InlineData("THE  оther", "A colleague has this name")]
    [InlineData("other@staff.example", "A colleague has this name")]
    public async Task AName_ThatHides_IsRefused_OnTheAccountAndAtTheInvitation(string name, string fault)
    {
        await site.NewReviewerAsync("other@staff.example", Cancel);
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var link = await site.InviteAsync("b@staff.example", Cancel);

        var renamed = await person.Browser.SubmitAsync(Address, Address, ("name", name));
        var invited = await site.NewVisitor(Cancel).SubmitAsync(link, link, ("name", name), ("password", StaffPerson.Password));

        Assert.Contains(fault, renamed.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Contains(fault, invited.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal(["", "The a", "The other"], (await site.AskAsync(db => db.StaffMembers.Select(member => member.DisplayName).ToListAsync(Cancel))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OnesOwnName_MayBeSavedAgain()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);

        Assert.Equal("/admin/account", (await person.Browser.SubmitAsync(Address, Address, ("name", "the A"))).Location);
    }

    [Fact]
    public async Task ANameFromBefore_ThatIsNotSeen_IsShownAsTheAddress_AndCanBeClicked()
    {
        var administrator = await site.NewAdministratorAsync("administrator@staff.example", Cancel);
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        await site.AskAsync(db => db.StaffMembers.Where(member => member.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.DisplayName, "\u200B"), Cancel));

        var list = (await administrator.Browser.GetAsync("/admin/users")).Page;

        Assert.Equal("a@staff.example", list.QuerySelector($"a[href='/admin/users/{person.Id}']").Words());
        Assert.Contains("administrator@staff.example", list.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
