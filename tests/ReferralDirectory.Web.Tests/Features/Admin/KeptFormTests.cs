using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Conflicts;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Nothing typed is lost when a session ends.</summary>
public sealed class KeptFormTests : IAsyncDisposable
{
    private const string Typed = "Аня <b>& Co</b> \"quoted\"";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AForm_ThatArrivesAfterTheSessionEnded_ComesBackFilledIn()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = await person.Browser.GetAsync("/admin/account/name");
        site.Clock.Advance(StaffSession.IdleLimit);

        var refused = await person.Browser.SubmitAsync(page.Page, "/admin/account/name", ("name", Typed));
        Assert.StartsWith("/admin/sign-in?returnUrl=", refused.Location, StringComparison.Ordinal);
        Assert.Contains("What you typed is kept", (await person.Browser.GetAsync(refused.Location!)).Text, StringComparison.Ordinal);
        var back = await SignInAtAsync(person, refused.Location!);
        var shown = await person.Browser.GetAsync(back.Location!);

        Assert.Equal(Typed, shown.Page.QuerySelector<IHtmlInputElement>("#name")!.Value);
        Assert.Contains("not saved yet", shown.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.NotEqual(Typed, await NameAsync(person));
        var sent = await person.Browser.SubmitAsync(shown.Page, "/admin/account/name");
        Assert.Equal("/admin/account", sent.Location);
        Assert.Equal(Typed, await NameAsync(person));
    }

    [Fact]
    public async Task AStepText_OfTheLongestParts_InCyrillic_ComesBack()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var text = await site.AskAsync(db => db.StepTexts.Where(text => text.Language == LanguageTag.Parse("ru")).Select(text => text.Id).FirstAsync(Cancel));
        var address = EditingLinks.Step(text);
        var longest = string.Concat(Enumerable.Repeat("Слово и ещё. ", 500))[..StepText.PartMaxLength];
        var page = (await person.Browser.GetAsync(address)).Page;
        var parts = page.QuerySelectorAll<IHtmlTextAreaElement>($"form[action='{address}'] textarea").Select(area => area.Name!).ToList();
        site.Clock.Advance(StaffSession.IdleLimit);

        var refused = await person.Browser.SubmitAsync(page, address, [.. parts.Select(name => (name, longest))]);
        var back = await SignInAtAsync(person, refused.Location!);
        var shown = await person.Browser.GetAsync(back.Location!);

        Assert.All(parts, name => Assert.Equal(longest, shown.Page.QuerySelector<IHtmlTextAreaElement>($"[name='{name}']")!.Value));
    }

    [Fact]
    public async Task WhereAFormCannotBeKept_TheSignInPageSaysSo()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = await person.Browser.GetAsync("/admin/account/name");
        site.Clock.Advance(StaffSession.IdleLimit);

        var refused = await person.Browser.SubmitAsync(page.Page, "/admin/account/name", ("name", new string('x', KeptForm.MaxLength)));
        var signIn = await person.Browser.GetAsync(refused.Location!);
        var back = await SignInAtAsync(person, refused.Location!);

        Assert.Contains("could not be kept", signIn.Page.QuerySelector(".notice").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("What you typed is kept", signIn.Text, StringComparison.Ordinal);
        Assert.StartsWith("/admin/account/name", back.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync(back.Location!)).Status);
    }

    [Fact]
    public async Task TicksToo_ComeBack_WhereTheFormAskedAgainWhoItIs()
    {
        var person = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var page = await person.Browser.GetAsync("/admin/users/invite");
        var organisation = page.Page.QuerySelectorAll("input[name=organisations]")[2].GetAttribute("value")!;
        site.Clock.Advance(StaffSession.FreshFor);

        var asked = await person.Browser.SubmitAsync(page.Page, "/admin/users/invite", ("email", "typed@staff.example"), ("organisations", organisation));
        Assert.StartsWith("/admin/confirm?returnUrl=", asked.Location, StringComparison.Ordinal);
        var confirmed = await person.Browser.SubmitAsync(asked.Location!, "/admin/confirm", ("password", StaffPerson.Password), ("code", person.NextCode()));
        var shown = await person.Browser.GetAsync(confirmed.Location!);

        Assert.Equal("typed@staff.example", shown.Page.QuerySelector<IHtmlInputElement>("#email")!.Value);
        Assert.Equal(organisation, Assert.Single(shown.Page.QuerySelectorAll("input[type=checkbox][checked]")).GetAttribute("value"));
        Assert.Equal(1, await site.AskAsync(db => db.StaffMembers.CountAsync(Cancel)));
    }

    [Fact]
    public async Task ShuttingSomebodyOut_WhereTheFormAskedAgainWhoItIs_ComesBackAndSaysThatItWasNotDone()
    {
        var person = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var other = await site.NewReviewerAsync("b@staff.example", Cancel);
        var page = await person.Browser.GetAsync($"/admin/users/{other.Id}");
        site.Clock.Advance(StaffSession.FreshFor);

        var asked = await person.Browser.SubmitAsync(page.Page, $"/admin/users/{other.Id}/revoke", ("reason", Typed));
        var confirmed = await person.Browser.SubmitAsync(asked.Location!, "/admin/confirm", ("password", StaffPerson.Password), ("code", person.NextCode()));
        var shown = await person.Browser.GetAsync(confirmed.Location!);

        Assert.Equal(Typed, shown.Page.QuerySelector<IHtmlInputElement>("#reason")!.Value);
        Assert.NotNull(shown.Page.QuerySelector("[role=alert]"));
        Assert.Null(await RevokedAtAsync(other));
        await person.Browser.SubmitAsync(shown.Page, $"/admin/users/{other.Id}/revoke");
        Assert.NotNull(await RevokedAtAsync(other));
    }

    [Fact]
    public async Task ChoicesBetweenTwoChanges_ComeBack()
    {
        var (mine, theirs) = (await site.NewReviewerAsync("a@staff.example", Cancel), await site.NewReviewerAsync("b@staff.example", Cancel));
        var maria = await site.OrganisationAsync("maria");
        var names = EntryLinks.Task(maria, "names");
        foreach (var person in new[] { mine, theirs })
        {
            await person.Browser.SubmitAsync(names, names, ("Name[en]", $"As {person.Email} says"));
        }

        var drafts = await site.AskAsync(db => db.Revisions.Where(revision => revision.SubjectId == maria && revision.State == RevisionState.Draft).ToDictionaryAsync(revision => revision.AuthorId!.Value, revision => revision.Id, Cancel));
        await theirs.Browser.SubmitAsync(EditingLinks.Draft(drafts[theirs.Id]), EditingLinks.Send(drafts[theirs.Id]));
        await mine.Browser.SubmitAsync(EditingLinks.Review(drafts[theirs.Id]), EditingLinks.Publish(drafts[theirs.Id]));
        var conflict = EditingLinks.Conflict(drafts[mine.Id]);
        var question = await mine.Browser.SubmitAsync(conflict, conflict);
        site.Clock.Advance(StaffSession.IdleLimit);

        var refused = await mine.Browser.SubmitAsync(question.Page, conflict, (ConflictForm.NameOf("Name[en]"), "Mine"));
        var back = await SignInAtAsync(mine, refused.Location!);
        var shown = (await mine.Browser.GetAsync(back.Location!)).Page;

        Assert.Contains("not saved yet", shown.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.StartsWith("/admin/drafts/", (await mine.Browser.SubmitAsync(shown, conflict)).Location, StringComparison.Ordinal);
        Assert.Equal($"As {mine.Email} says", (await mine.Browser.GetAsync(names)).Page.GetElementById("Name-en")!.GetAttribute("value"));
    }

    [Fact]
    public async Task WhatWasTyped_ForAContactOrAServiceThatIsGoneMeanwhile_ComesBack()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var maria = await site.OrganisationAsync("maria");
        var contact = await site.AskAsync(db => db.ContactPoints.Where(c => c.OrganisationId == maria && c.Kind == ContactKind.Phone).Select(c => c.Id).FirstAsync(Cancel));
        var service = await site.AskAsync(db => db.Services.Where(s => s.OrganisationId == maria).Select(s => s.Id).FirstAsync(Cancel));
        var (number, description) = ($"Contacts[{contact}]", $"Services[{service}].Description[en]");
        var (ofContact, ofService) = (EntryLinks.Item(maria, "contacts", contact), EntryLinks.Item(maria, "services", service));
        var contactPage = (await person.Browser.GetAsync(ofContact)).Page;
        var servicePage = (await person.Browser.GetAsync(ofService)).Page;
        // In another window. The id of a contact goes with its value.
        await person.Browser.SubmitAsync(contactPage, ofContact, (number, "+7 902 123-45-60"));
        await person.Browser.SubmitAsync(EntryLinks.Task(maria, "services"), EntryLinks.Remove(maria, "services", service));
        Assert.Equal(HttpStatusCode.NotFound, (await person.Browser.GetAsync(ofContact)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Browser.GetAsync(ofService)).Status);
        site.Clock.Advance(StaffSession.IdleLimit);

        var refusedContact = await person.Browser.SubmitAsync(contactPage, ofContact, (number, "+7 902 123-45-61"));
        var refusedService = await person.Browser.SubmitAsync(servicePage, ofService, (description, Typed));
        var back = await SignInAtAsync(person, refusedContact.Location!);
        var shownContact = await person.Browser.GetAsync(back.Location!);
        var shownService = await person.Browser.GetAsync(Uri.UnescapeDataString(refusedService.Location!.Split("returnUrl=")[1]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (shownContact.Status, shownService.Status));
        Assert.Contains("123-45-61", shownContact.Page.QuerySelector<IHtmlInputElement>($"[name='{number}']")!.Value, StringComparison.Ordinal);
        Assert.Equal(Typed, shownService.Page.QuerySelector<IHtmlTextAreaElement>($"[name='{description}']")!.Value);
        Assert.Contains("not saved yet", shownContact.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("restore")]
    public async Task AButton_WhereItAskedAgainWhoItIs_LeadsBackToItsPage(string act)
    {
        var person = await site.NewAdministratorAsync("a@staff.example", Cancel);
        var other = await site.NewReviewerAsync("b@staff.example", Cancel);
        if (act == "restore")
        {
            var first = await person.Browser.GetAsync($"/admin/users/{other.Id}");
            await person.Browser.SubmitAsync(first.Page, $"/admin/users/{other.Id}/revoke", ("reason", Typed));
        }

        var page = await person.Browser.GetAsync($"/admin/users/{other.Id}");
        site.Clock.Advance(StaffSession.FreshFor);
        var asked = await person.Browser.SubmitAsync(page.Page, $"/admin/users/{other.Id}/{act}");
        var confirmed = await person.Browser.SubmitAsync(asked.Location!, "/admin/confirm", ("password", StaffPerson.Password), ("code", person.NextCode()));
        var shown = await person.Browser.GetAsync(confirmed.Location!);

        Assert.NotNull(shown.Page.QuerySelector("[role=alert]"));
        Assert.NotNull(shown.Page.QuerySelector($"form[action$='/{act}']"));
    }

    [Fact]
    public async Task AForm_WhoseTokenWasLost_ComesBackAtOnce()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = await person.Browser.GetAsync("/admin/account/name");
        person.Browser.Cookies.Remove(StaffCookies.Form);

        var refused = await person.Browser.SubmitAsync(page.Page, "/admin/account/name", ("name", Typed));

        Assert.StartsWith("/admin/account/name?kept=", refused.Location, StringComparison.Ordinal);
        Assert.Equal(Typed, (await person.Browser.GetAsync(refused.Location!)).Page.QuerySelector<IHtmlInputElement>("#name")!.Value);
        Assert.NotEqual(Typed, await NameAsync(person));
    }

    [Fact]
    public async Task AKeptForm_IsForWhomThePageWasMade_AndNobodyElse()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var other = await site.NewReviewerAsync("b@staff.example", Cancel);
        var page = await person.Browser.GetAsync("/admin/account/name");
        site.Clock.Advance(StaffSession.IdleLimit);
        var refused = await person.Browser.SubmitAsync(page.Page, "/admin/account/name", ("name", Typed));

        var back = await SignInAtAsync(other, refused.Location!);
        var shown = await other.Browser.GetAsync(back.Location!);

        Assert.NotEqual(Typed, shown.Page.QuerySelector<IHtmlInputElement>("#name")!.Value);
        Assert.Empty(shown.Page.QuerySelectorAll(".errors"));
    }

    [Fact]
    public async Task NobodyCanPlantAForm_ForAnother()
    {
        await site.NewReviewerAsync("a@staff.example", Cancel);
        var attacker = site.NewVisitor(Cancel);

        var refused = await attacker.PostAsync("/admin/account/name", ("name", "planted"), (KeptForms.OwnerField, "made-up"));

        Assert.Equal("/admin/sign-in", refused.Location);
        Assert.Equal(0, await site.AskAsync(db => db.KeptForms.CountAsync(Cancel)));
    }

    [Fact]
    public async Task WhatIsKept_IsEncrypted_Bounded_AndForgotten()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = await person.Browser.GetAsync("/admin/account/name");
        site.Clock.Advance(StaffSession.IdleLimit);
        for (var i = 0; i < KeptForm.MaxPerMember + 2; i++)
        {
            await person.Browser.SubmitAsync(page.Page, "/admin/account/name", ("name", $"kept {i}"));
        }

        var tooLarge = await person.Browser.SubmitAsync(page.Page, "/admin/account/name", ("name", new string('x', KeptForm.MaxLength)));
        var kept = await site.AskAsync(db => db.KeptForms.ToListAsync(Cancel));
        Assert.DoesNotContain(kept, form => tooLarge.Location!.Contains(form.Id.ToString(), StringComparison.Ordinal));
        Assert.Equal(KeptForm.MaxPerMember, kept.Count);
        Assert.All(kept, form => Assert.DoesNotContain("kept", form.Protected, StringComparison.Ordinal));

        site.Clock.Advance(KeptForm.Lifetime);
        await person.Browser.SubmitAsync(page.Page, "/admin/account/name", ("name", "later"));
        Assert.Equal(1, await site.AskAsync(db => db.KeptForms.CountAsync(Cancel)));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task<Answer> SignInAtAsync(StaffPerson person, string address)
    {
        var first = await person.Browser.SubmitAsync(address, "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
        return await person.Browser.SubmitAsync(first.Location!, "/admin/sign-in/second", ("code", person.NextCode()));
    }

    private Task<DateTime?> RevokedAtAsync(StaffPerson person) => site.AskAsync(db => db.StaffMembers.Where(member => member.Id == person.Id).Select(member => member.RevokedAt).SingleAsync(Cancel));

    private Task<string> NameAsync(StaffPerson person) => site.AskAsync(db => db.StaffMembers.Where(member => member.Id == person.Id).Select(member => member.DisplayName).SingleAsync(Cancel));
}
