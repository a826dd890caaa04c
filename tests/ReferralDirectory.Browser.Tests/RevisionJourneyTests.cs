using Microsoft.Playwright;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>What staff come for, without scripts and on a phone.</summary>
public sealed class RevisionJourneyTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReviewer_EditsAStep_LooksAtThePreview_AndPublishesItAlone()
    {
        var page = await SignInAsync(await site.NewReviewerAsync("one@staff.example", Cancel));

        await page.ChooseAsync(AriaRole.Link, "Step texts");
        await page.ClickAsync(".rows h3 a");
        // The numbers that it holds stay: to take one out needs a second person.
        await page.FillAsync("#ForYou", $"You are **not alone**.\n\n{await page.InputValueAsync("#ForYou")}");
        await page.ClickAsync("button:text-is('Preview')");
        await Expect(page.Locator(".preview .you strong").First).ToHaveTextAsync("not alone");
        await page.ClickAsync("button:text-is('Save and check the changes')");
        await Expect(page.Locator("main").First).ToContainTextAsync("No number and no address changes");
        await page.ClickAsync("button:text-is('Publish now')");
        await page.ClickAsync("text=See the public page");

        await Expect(page.Locator(".you strong").First).ToHaveTextAsync("not alone");
    }

    [Fact]
    public async Task AnEditor_Sends_IsRejected_SeesWhy_SendsAgain_AndIsApproved()
    {
        var editor = await EditorAsync();
        var reviewer = await SignInAsync(await site.NewReviewerAsync("two@staff.example", Cancel));
        await editor.SendNumberAsync("+7 902 123-45-90");

        await reviewer.GotoAsync("/admin");
        await reviewer.ClickAsync("text=Waiting for your decision: 1");
        await reviewer.ClickAsync(".rows h3 a");
        await reviewer.GetByLabel("Reason for rejecting it").FillAsync("Please call it first.");
        await reviewer.ClickAsync("button:text-is('Reject')");
        await reviewer.ArriveAsync("/decided$");

        await editor.GotoAsync("/admin");
        await Expect(editor.Locator("main").First).ToContainTextAsync("Please call it first.");
        await editor.ClickAsync("h3:has-text('Rejected') + .rows a");
        await editor.ClickAsync("button:text-is('Change it and send it again')");
        await Expect(editor.Locator(".tasks")).ToContainTextAsync("changed");
        await editor.SendNumberAsync("+7 902 123-45-91");

        await reviewer.GotoAsync("/admin/review");
        await reviewer.ClickAsync(".rows h3 a");
        await Expect(reviewer.Locator(".changes .contact .after >> nth=0").First).ToContainTextAsync("+7 902 123-45-91");
        await reviewer.ClickAsync("button:text-is('Approve and publish')");
        await reviewer.ClickAsync("text=See the public page");
        await Expect(reviewer.Locator("a[href='tel:+79021234591']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task AnOldRevision_IsRestored_AndASecondPersonApprovesIt()
    {
        var editor = await EditorAsync();
        var reviewer = await SignInAsync(await site.NewReviewerAsync("three@staff.example", Cancel));
        await editor.SendNumberAsync("+7 902 123-45-92");
        await ApproveAsync(reviewer);

        await editor.GotoAsync("/admin/organisations");
        await editor.ClickAsync(".rows a, main li a");
        await editor.ClickAsync("text=History");
        await editor.ClickAsync("text=Revision 1");
        await editor.ClickAsync("button:text-is('Make a draft of it')");
        await Expect(editor.Locator("main").First).ToContainTextAsync("This needs two people");
        await editor.ClickAsync("button:text-is('Send for review')");
        await Expect(editor.Locator("h1")).ToHaveTextAsync("Sent for review");
        await ApproveAsync(reviewer);

        await reviewer.ClickAsync("text=See the public page");
        await reviewer.ArriveAsync("/providers/maria$");
        await Expect(reviewer.Locator("a[href='tel:+79021234592']")).ToHaveCountAsync(0);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task ApproveAsync(IPage reviewer)
    {
        await reviewer.GotoAsync("/admin/review");
        await reviewer.ClickAsync(".rows h3 a");
        await reviewer.ClickAsync("button:text-is('Approve and publish')");
        await reviewer.ArriveAsync("/decided$");
    }

    private async Task<IPage> EditorAsync()
    {
        var organisation = await site.OrganisationAsync("maria");
        return await SignInAsync(await site.NewPersonAsync("editor@staff.example", Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = organisation }));
    }

    private Task<IPage> SignInAsync(StaffPerson person) => fixture.SignInOnPhoneAsync(site, person, withScript: false);
}
