using System.Net;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

public sealed class EntryTests(EntrySite site)
{
    private const string En = "/en/russian-federation";

    [Fact]
    public async Task List_OfAnEditor_HasTheirOrganisationsAlone()
    {
        var page = (await site.Editor.Browser.GetAsync(EntryLinks.All)).Page;

        Assert.Equal([await site.EntryAsync(EntrySite.OfEditor)], page.Hrefs(".entries a"));
        Assert.DoesNotContain(EntryLinks.New, page.Hrefs());
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Editor.Browser.GetAsync(EntryLinks.New)).Status);
    }

    [Theory]
    [InlineData("SISTERS")]
    [InlineData("сестры")]
    public async Task List_OfAReviewer_IsSearchedByName_InAnyLanguage(string words)
    {
        var page = (await site.Reviewer.Browser.GetAsync($"{EntryLinks.All}?q={Uri.EscapeDataString(words)}")).Page;

        Assert.Equal([await site.EntryAsync("sisters")], page.Hrefs(".entries a"));
        Assert.True((await site.Reviewer.Browser.GetAsync(EntryLinks.All)).Page.Hrefs(".entries a").Count >= 14);
    }

    [Fact]
    public async Task ANumber_IsReadInAnyGrouping_ShownInTheCountrys_AndPublicOnceASecondPersonAgreed()
    {
        var id = await site.IdAsync("alternative");
        var contacts = EntryLinks.Task(id, "contacts");
        var href = (await site.Reviewer.Browser.GetAsync(contacts)).Page.Hrefs(".items li:first-child a").Single();
        var form = (await site.Reviewer.Browser.GetAsync(href)).Page;
        var field = form.QuerySelector("form.admin input[name^=Contacts]")!;
        var old = field.GetAttribute("value")!;
        Assert.StartsWith("8 (", old, StringComparison.Ordinal);

        var saved = await site.Reviewer.Browser.SubmitAsync(form, href, ("Kind", "Phone"), (field.GetAttribute("name")!, "+7 495 123-45-67"));

        Assert.Equal($"{contacts}?done=saved", saved.Location);
        Assert.Contains("8 (495) 123-45-67", (await site.Reviewer.Browser.GetAsync(contacts)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123-45-67", (await site.Reviewer.Browser.GetAsync($"{En}/providers/alternative")).Text, StringComparison.Ordinal);
        await site.PublishAsync(id, site.Reviewer, site.SecondReviewer);
        var seen = (await site.Reviewer.Browser.GetAsync($"{En}/providers/alternative")).Text;
        Assert.Contains("8 (495) 123-45-67", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(old, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANumberThatDoesNotExist_IsKeptAsTyped_AndSaidBesideItsField()
    {
        var id = await site.IdAsync("maria");
        var added = EntryLinks.NewItem(id, "contacts");

        var saved = await site.Reviewer.Browser.SubmitAsync(added, added, ("Kind", "Phone"), ($"Contacts[{Guid.Empty}]", "12 34"));

        var page = (await site.Reviewer.Browser.GetAsync(saved.Location!)).Page;
        Assert.StartsWith("Please check", page.Title, StringComparison.Ordinal);
        var field = page.QuerySelector("form.admin input[name^=Contacts]")!;
        Assert.Equal("12 34", field.GetAttribute("value"));
        Assert.Equal([$"#{field.Id}"], page.Hrefs(".errors a"));
        Assert.Contains($"{field.Id}-error", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Contains("needs your attention", (await site.Reviewer.Browser.GetAsync(EntryLinks.Entry(id))).Page.QuerySelector(".tasks .wrong").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AContactOfNoKind_IsNotSaved_AndStaysInTheForm()
    {
        var added = EntryLinks.NewItem(await site.IdAsync("stellit"), "contacts");

        var answer = await site.Reviewer.Browser.SubmitAsync(added, added, ($"Contacts[{Guid.Empty}]", "help@stellit.example"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("help@stellit.example", answer.Page.QuerySelector("form.admin input[name^=Contacts]")!.GetAttribute("value"));
        Assert.Single(answer.Page.Hrefs(".errors a"));
    }

    [Fact]
    public async Task AnAddress_NeedsTheAgreement_BeforeItIsSaved()
    {
        var id = await site.IdAsync("stellit");
        var places = EntryLinks.Task(id, "places");

        var refused = await site.Reviewer.Browser.SubmitAsync(places, places, ("PublicAddress[en]", "1 Example Street"));
        var saved = await site.Reviewer.Browser.SubmitAsync(refused.Page, places, ("Agreed", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal($"{EntryLinks.Entry(id)}?done=saved", saved.Location);
        Assert.Contains("1 Example Street", (await site.DraftAsync(id, site.Reviewer)).Snapshot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWindows_OnTheSamePart_LoseNoTyping_AndOnOtherPartsDoNotDisturbEachOther()
    {
        var id = await site.IdAsync("ingo");
        var (names, places) = (EntryLinks.Task(id, "names"), EntryLinks.Task(id, "places"));
        var first = (await site.Reviewer.Browser.GetAsync(names)).Page;
        var second = (await site.Reviewer.Browser.GetAsync(names)).Page;
        var other = (await site.Reviewer.Browser.GetAsync(places)).Page;
        await site.Reviewer.Browser.SubmitAsync(first, names, ("AlsoKnownAs", "Saved first"));

        var late = await site.Reviewer.Browser.SubmitAsync(second, names, ("AlsoKnownAs", "Typed second"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Typed second", late.Page.QuerySelector("#AlsoKnownAs")!.TextContent.Trim());
        Assert.Contains("Saved first", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.NotNull((await site.Reviewer.Browser.SubmitAsync(late.Page, names)).Location);
        Assert.Contains("Typed second", (await site.DraftAsync(id, site.Reviewer)).Snapshot, StringComparison.Ordinal);
        Assert.NotNull((await site.Reviewer.Browser.SubmitAsync(other, places)).Location);
    }

    [Fact]
    public async Task WhatWasTypedWhenTheSessionHadEnded_ComesBackAfterSigningIn()
    {
        var id = await site.IdAsync("karelia-centre");
        var places = EntryLinks.Task(id, "hours");
        var person = await site.Site.NewReviewerAsync("tired@staff.example", TestContext.Current.CancellationToken);
        var form = (await person.Browser.GetAsync(places)).Page;
        person.Browser.Cookies.Remove(ReferralDirectory.Web.Infrastructure.Staff.StaffCookies.Session);

        var refused = await person.Browser.SubmitAsync(form, places, ("OpeningHours.Week[0].Opens", "7"), ("OpeningHours.Week[0].Closes", "8:30"));
        var door = (await person.Browser.GetAsync(refused.Location!)).Page;
        var password = await person.Browser.SubmitAsync(door, "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
        var code = await person.Browser.SubmitAsync(password.Location!, "/admin/sign-in/second", ("code", person.NextCode()));
        var back = (await person.Browser.GetAsync(code.Location!)).Page;

        Assert.Equal("07:00", back.GetElementById("OpeningHours-Week-0-Opens")!.GetAttribute("value"));
        Assert.Equal("08:30", back.GetElementById("OpeningHours-Week-0-Closes")!.GetAttribute("value"));
        Assert.NotNull((await person.Browser.SubmitAsync(back, places)).Location);
        Assert.Contains("08:30", (await site.DraftAsync(id, person)).Snapshot, StringComparison.Ordinal);
    }
}
