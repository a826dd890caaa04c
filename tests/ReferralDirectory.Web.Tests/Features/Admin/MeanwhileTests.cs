using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What a page says to somebody who was signed out or shut out after the door let them in, and before anything was written.</summary>
public sealed class MeanwhileTests : IAsyncDisposable
{
    private readonly BeforeWriting beforeWriting = new();
    private readonly StaffSite site;

    public MeanwhileTests() => site = new(services: services =>
    {
        services.ConfigureDbContext<SqliteDirectoryDb>(options => options.AddInterceptors(beforeWriting));
        services.ConfigureDbContext<PostgresDirectoryDb>(options => options.AddInterceptors(beforeWriting));
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnInvitation_DoesNotSayThatTheAddressIsTaken()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var page = (await administrator.Browser.GetAsync("/admin/users/invite")).Page;
        beforeWriting.Do(1, EndSessionsAsync);

        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Browser.SubmitAsync(page, "/admin/users/invite", ("email", "b@staff.example"), ("administrator", "true"))).Status);
        Assert.Equal(1, await site.AskAsync(db => db.StaffMembers.CountAsync(Cancel)));
    }

    [Fact]
    public async Task ANewName_IsNotSaidToBeSaved()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = (await person.Browser.GetAsync("/admin/account/name")).Page;
        beforeWriting.Do(1, EndSessionsAsync);

        Assert.Equal("/admin/sign-in", (await person.Browser.SubmitAsync(page, "/admin/account/name", ("name", "Another"))).Location);
        Assert.Equal(person.Name, await site.AskAsync(db => db.StaffMembers.Select(member => member.DisplayName).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AName_ThatAColleagueTakesMeanwhile_IsTaken(bool isNew)
    {
        var colleague = await site.NewReviewerAsync("a@staff.example", Cancel);
        var browser = isNew ? site.NewVisitor(Cancel) : (await site.NewReviewerAsync("b@staff.example", Cancel)).Browser;
        var address = isNew ? await site.InviteAsync("b@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator }) : "/admin/account/name";
        var page = (await browser.GetAsync(address)).Page;
        beforeWriting.Do(1, () => site.AskAsync(db => db.StaffMembers.Where(member => member.Id == colleague.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.DisplayName, "Olga"), Cancel)));

        // Letters of another script that look the same.
        var answer = await browser.SubmitAsync(page, address, [("name", "Оlga"), .. isNew ? new[] { ("password", StaffPerson.Password) } : []]);

        Assert.Null(answer.Location);
        Assert.NotNull(answer.Page.QuerySelector("#name-error"));
        Assert.Equal(1, await site.AskAsync(db => db.StaffMembers.CountAsync(member => member.DisplayName == "Olga" || member.DisplayName == "Оlga", Cancel)));
        // Nothing of it was done: with another name the link works.
        Assert.Equal(isNew ? "/admin/set-up" : "/admin/account", (await browser.SubmitAsync(address, address, [("name", "Another"), .. isNew ? new[] { ("password", StaffPerson.Password) } : []])).Location);
    }

    [Theory]
    [InlineData("/admin/account/authenticator")]
    [InlineData("/admin/set-up")]
    public async Task ARightCode_IsNotSaidToBeWrong(string address)
    {
        var browser = await BrowserAtAsync(address);
        var page = (await browser.GetAsync(address)).Page;
        beforeWriting.Do(1, EndSessionsAsync);

        Assert.Equal("/admin/sign-in", (await browser.SubmitAsync(page, address, ("code", CodeOf(page)))).Location);
    }

    [Fact]
    public async Task RecoveryCodes_AreNotShown_ToWhoIsNotLetIn()
    {
        var browser = await BrowserAtAsync("/admin/set-up");
        var page = (await browser.GetAsync("/admin/set-up")).Page;
        // The factor, the codes, and then the session.
        beforeWriting.Do(3, EndSessionsAsync);

        var answer = await browser.SubmitAsync(page, "/admin/set-up", ("code", CodeOf(page)));

        Assert.Equal("/admin/sign-in", answer.Location);
        Assert.Equal("", answer.Text);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<Visitor> BrowserAtAsync(string address)
    {
        if (address != "/admin/set-up")
        {
            return (await site.NewReviewerAsync("a@staff.example", Cancel)).Browser;
        }

        var browser = site.NewVisitor(Cancel);
        var link = await site.InviteAsync("a@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator });
        await browser.SubmitAsync(link, link, ("name", "New"), ("password", StaffPerson.Password));
        return browser;
    }

    private string CodeOf(AngleSharp.Html.Dom.IHtmlDocument page) => AuthenticatorCodes.CodeAt(StaffPerson.KeyOf(page.QuerySelector("#key").Words()), site.Clock.GetUtcNow());

    private Task EndSessionsAsync() => site.AskAsync(db => db.StaffSessions.ExecuteDeleteAsync(Cancel));

    /// <summary>Does something right before a transaction begins.</summary>
    private sealed class BeforeWriting : DbTransactionInterceptor
    {
        private Func<Task>? what;
        private int left;

        /// <param name="number">Before which transaction from now on.</param>
        /// <param name="what">Does it.</param>
        public void Do(int number, Func<Task> what) => (left, this.what) = (number, what);

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            if (what is { } now && --left == 0)
            {
                what = null;
                await now();
            }

            return result;
        }
    }
}
