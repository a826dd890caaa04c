using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What ends with what somebody may do, and what two administrators do to one account at once.</summary>
public sealed class ShuttingOutTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shut out")]
    [InlineData("no administrator")]
    [InlineData("signed out everywhere")]
    [InlineData("a new password by a link")]
    public async Task LinksThatSomebodyMade_End_WhenTheyMayMakeNone_OrWhenTheirPasswordIsAnother(string how)
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var maker = await site.NewAdministratorAsync("b@staff.example", Cancel);
        var (reviewer, address) = (await site.NewReviewerAsync("c@staff.example", Cancel), $"/admin/users/{maker.Id}");
        var made = await maker.Browser.SubmitAsync($"/admin/users/{reviewer.Id}", $"/admin/users/{reviewer.Id}/link");
        var link = new Uri(made.Page.QuerySelector("#link")!.TextContent).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(link)).Status);

        switch (how)
        {
            case "shut out":
                await administrator.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "Left"));
                break;
            case "no administrator":
                var page = (await administrator.Browser.GetAsync(address)).Page;
                page.QuerySelector("#administrator")!.RemoveAttribute("checked");
                Assert.Equal(address, (await administrator.Browser.SubmitAsync(page, address)).Location);
                break;
            case "a new password by a link":
                var anew = await administrator.Browser.SubmitAsync(address, $"{address}/link");
                // What they made stays until then.
                Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
                await maker.SetUpAsync(new Uri(anew.Page.QuerySelector("#link").Words()).AbsolutePath);
                break;
            default:
                await maker.Browser.SubmitAsync("/admin/account", "/admin/account/sign-out-everywhere");
                break;
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
    }

    [Theory]
    [InlineData("shut out")]
    [InlineData("no reviewer")]
    public async Task LinksForOrganisations_End_WhenWhoMadeThemReviewsNoMore(string how)
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var (maker, other) = (await site.NewReviewerAsync("b@staff.example", Cancel), await site.NewReviewerAsync("c@staff.example", Cancel));
        var (organisation, another) = (await site.OrganisationAsync("maria"), await site.OrganisationAsync("sisters"));
        var (link, others) = (await MakeAsync(maker, organisation), await MakeAsync(other, another));
        var organisationsBrowser = site.NewVisitor(Cancel);
        var opened = (await organisationsBrowser.GetAsync(link)).Page;

        var address = $"/admin/users/{maker.Id}";
        if (how == "shut out")
        {
            await administrator.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "Left"));
        }
        else
        {
            var page = (await administrator.Browser.GetAsync(address)).Page;
            page.QuerySelector("input[name=countries]")!.RemoveAttribute("checked");
            Assert.Equal(address, (await administrator.Browser.SubmitAsync(page, address)).Location);
        }

        var late = await organisationsBrowser.SubmitAsync(opened, link, ("note", "Our note"));
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Contains("Ask for a new one: whoever sent it, or somebody else of the directory.", late.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("Our note", Assert.Single(late.Page.QuerySelectorAll("textarea[readonly]")).Words());
        Assert.Equal(0, await site.AskAsync(db => db.Revisions.CountAsync(revision => revision.Origin == RevisionOrigin.Suggestion, Cancel)));
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(others)).Status);
        Assert.Contains("ended on", (await other.Browser.GetAsync($"/admin/organisations/{organisation}/link")).Page.QuerySelector("ul.more").Words(), StringComparison.Ordinal);
        Assert.Equal([(administrator.Id, organisation)], (await site.AskAsync(db => db.AuditEntries.Where(entry => entry.Action == AuditAction.AnswerLinkRevoked).ToListAsync(Cancel))).Select(entry => (entry.ActorId!.Value, entry.SubjectId)));
        Assert.True((await site.Site.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, Cancel)).IsWhole);

        // Nothing comes back with the way in.
        if (how == "shut out")
        {
            await administrator.Browser.SubmitAsync(address, $"{address}/restore");
            Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
        }

        async Task<string> MakeAsync(StaffPerson reviewer, Guid of)
        {
            var made = await reviewer.Browser.SubmitAsync($"/admin/organisations/{of}/link", $"/admin/organisations/{of}/link");
            return new Uri(made.Page.QuerySelector("#link").Words()).AbsolutePath;
        }
    }

    [Fact]
    public async Task WhoLosesOneRole_BeforeTheyWereEverIn_CanStillComeIn()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var country = await site.AskAsync(db => db.Countries.Select(found => found.Id).SingleAsync(Cancel));
        var link = await site.InviteAsync("b@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator }, new StaffGrant { Role = StaffRole.Reviewer, CountryId = country });
        var address = $"/admin/users/{await site.AskAsync(db => db.StaffMembers.Where(member => member.UserName == "b@staff.example").Select(member => member.Id).SingleAsync(Cancel))}";

        var page = (await administrator.Browser.GetAsync(address)).Page;
        page.QuerySelector("#administrator")!.RemoveAttribute("checked");
        Assert.Equal(address, (await administrator.Browser.SubmitAsync(page, address)).Location);

        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(link)).Status);
    }

    [Fact]
    public async Task TheList_SaysWhoHasAnOpenLink_AndWhoNeedsOne()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var invited = await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "b@staff.example"), ("administrator", "true"));
        Assert.NotNull(invited.Page.QuerySelector("#link"));

        var list = (await administrator.Browser.GetAsync("/admin/users")).Page;
        Assert.Equal([false, true], list.QuerySelectorAll("main .rows li").Select(line => line.Words().Contains("A link to set this account up is open until", StringComparison.Ordinal)));

        // Ends what they made: the account of whom they invited has no way in any more.
        await administrator.Browser.SubmitAsync("/admin/account/password", "/admin/account/password", ("password", "another lantern 42 sleeps loudly"));
        list = (await administrator.Browser.GetAsync("/admin/users")).Page;
        Assert.Equal([false, true], list.QuerySelectorAll("main .rows li").Select(line => line.Words().Contains("no open link to set this account up: make a new one", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AnAdministrator_WhoLostTheRole_GivesItBackToNobody_NotEvenThemselves()
    {
        await site.NewAdministratorAsync("a@staff.example", Cancel);
        var late = await site.NewAdministratorAsync("b@staff.example", Cancel);
        await using var scope = site.Site.Services.CreateAsyncScope();
        var (members, invitations) = (scope.ServiceProvider.GetRequiredService<StaffMembers>(), scope.ServiceProvider.GetRequiredService<StaffInvitations>());
        await site.AskAsync(db => db.StaffGrants.Where(grant => grant.StaffMemberId == late.Id).ExecuteDeleteAsync(Cancel));
        // The door let them in before; what they change is read after.
        var self = (await members.FindAsync(late.Id, Cancel))!;

        Assert.Equal(AccountResult.NotAllowed, await members.GrantAsync(self, [new StaffGrant { Role = StaffRole.Administrator }], StaffMembers.MarkOf(self.Grants), late.Id, Cancel));
        Assert.Equal(AccountResult.NotAllowed, await members.RevokeAsync(self, "Why", StaffMembers.MarkOf(self), late.Id, Cancel));
        Assert.Equal(AccountResult.NotAllowed, (await members.RestoreAsync(self, StaffMembers.MarkOf(self), late.Id, Cancel)).Result);
        Assert.Equal(AccountResult.NotAllowed, (await invitations.RenewAsync(self, late.Id, Cancel)).Result);

        Assert.Equal(1, await site.AskAsync(db => db.StaffGrants.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("the role taken away")]
    [InlineData("shut out")]
    public async Task WhatAnAdministratorBegan_BeforeTheyMayNoMore_ChangesNoAccount(string how)
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var late = await site.NewAdministratorAsync("b@staff.example", Cancel);
        // So that nothing is refused because nobody would be left.
        await site.NewAdministratorAsync("c@staff.example", Cancel);
        await using var scope = site.Site.Services.CreateAsyncScope();
        var (members, invitations) = (scope.ServiceProvider.GetRequiredService<StaffMembers>(), scope.ServiceProvider.GetRequiredService<StaffInvitations>());
        var other = (await members.FindAsync(administrator.Id, Cancel))!;
        await (how == "shut out"
            ? site.AskAsync(db => db.StaffMembers.Where(member => member.Id == late.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.RevokedAt, site.Clock.GetUtcNow().UtcDateTime), Cancel))
            : site.AskAsync(db => db.StaffGrants.Where(grant => grant.StaffMemberId == late.Id).ExecuteDeleteAsync(Cancel)));

        Assert.Equal(new StaffLink(AccountResult.NotAllowed), await invitations.InviteAsync("new@staff.example", [new StaffGrant { Role = StaffRole.Administrator }], late.Id, Cancel));
        Assert.Equal(new StaffLink(AccountResult.NotAllowed), await invitations.RenewAsync(other, late.Id, Cancel));
        Assert.Equal(AccountResult.NotAllowed, await members.RevokeAsync(other, "Left", StaffMembers.MarkOf(other), late.Id, Cancel));
        Assert.Equal(AccountResult.NotAllowed, (await members.RestoreAsync(other, StaffMembers.MarkOf(other), late.Id, Cancel)).Result);
        Assert.Equal(AccountResult.NotAllowed, await members.GrantAsync(other, [], StaffMembers.MarkOf(other.Grants), late.Id, Cancel));

        Assert.Equal(HttpStatusCode.OK, (await administrator.Browser.GetAsync("/admin/users")).Status);
        Assert.Equal(3, await site.AskAsync(db => db.StaffMembers.CountAsync(Cancel)));
    }

    [Fact]
    public async Task ALink_IsNotMade_ForWhoWasShutOutMeanwhile()
    {
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var person = await site.NewReviewerAsync("b@staff.example", Cancel);
        await using var scope = site.Site.Services.CreateAsyncScope();
        var member = (await scope.ServiceProvider.GetRequiredService<StaffMembers>().FindAsync(person.Id, Cancel))!;
        await administrator.Browser.SubmitAsync($"/admin/users/{person.Id}", $"/admin/users/{person.Id}/revoke", ("reason", "Left"));

        Assert.Equal(new StaffLink(AccountResult.Overtaken), await scope.ServiceProvider.GetRequiredService<StaffInvitations>().RenewAsync(member, administrator.Id, Cancel));
        Assert.Equal(0, await site.AskAsync(db => db.StaffInvitations.CountAsync(invitation => invitation.StaffMemberId == person.Id && invitation.UsedAt == null, Cancel)));
    }

    [Fact]
    public async Task AnotherReason_IsNotWrittenOver_AndTheTypedOneCanBeCopied()
    {
        var first = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var second = await site.NewAdministratorAsync("b@staff.example", Cancel);
        var address = $"/admin/users/{(await site.NewReviewerAsync("c@staff.example", Cancel)).Id}";
        var old = (await second.Browser.GetAsync(address)).Page;
        await first.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "Police report 12"));

        var late = await second.Browser.SubmitAsync(old, $"{address}/revoke", ("reason", "Left in May"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Shut out: Police report 12", late.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Left in May", late.Page.QuerySelectorAll<IHtmlInputElement>("section.errors input").Select(field => field.Value));
    }

    [Fact]
    public async Task LettingIn_WhoWasShutOutAgainMeanwhile_AsksAgain()
    {
        var first = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var second = await site.NewAdministratorAsync("b@staff.example", Cancel);
        var address = $"/admin/users/{(await site.NewReviewerAsync("c@staff.example", Cancel)).Id}";
        await first.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "On leave"));
        var old = (await second.Browser.GetAsync(address)).Page;
        await first.Browser.SubmitAsync(address, $"{address}/restore");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await first.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "Police report 12"));

        var late = await second.Browser.SubmitAsync(old, $"{address}/restore");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Police report 12", late.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.NotNull((await second.Browser.SubmitAsync(late.Page, $"{address}/restore")).Page.QuerySelector("#link"));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
