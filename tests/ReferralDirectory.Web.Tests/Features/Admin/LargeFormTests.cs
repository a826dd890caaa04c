using System.Globalization;
using System.Net;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>More than the site takes at once is refused with the reason, and what to do.</summary>
public sealed class LargeFormTests(ReviewSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "too long")]
    [InlineData("ru", "слишком длинный")]
    public async Task AFormOfTooManyBytes_IsAnsweredWith413_AndWhatToDo(string language, string said)
    {
        var answer = await PostAsync(site.Reviewer, language, [("reason", new string('x', StaffForms.MaxBytes))]);

        AssertTooLarge(answer, said);
    }

    [Fact]
    public async Task AFormOfTooManyFields_Too()
    {
        var answer = await PostAsync(site.Reviewer, "en", Enumerable.Range(0, 2000).Select(i => (i.ToString(CultureInfo.InvariantCulture), "x")));

        AssertTooLarge(answer, "too many fields");
    }

    [Fact]
    public async Task AFormWithoutALength_IsCutOffAtTheSameSize()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/sign-in") { Content = new StreamContent(new MemoryStream(new byte[StaffForms.MaxBytes + 1])) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;

        using var answer = await site.Site.Site.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task ALongForm_ThatADraftMayHold_IsTaken()
    {
        // Cyrillic: six bytes for each letter.
        var reason = new string('ж', Revision.SnapshotMaxLength);

        var answer = await PostAsync(site.Reviewer, "en", [("reason", reason)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStranger_WithTooManyFields_IsToldTheSame()
    {
        var answer = await site.Site.NewVisitor(Cancel).PostAsync("/admin/organisations/new", Enumerable.Range(0, 2000).Select(i => (i.ToString(CultureInfo.InvariantCulture), "x")));

        AssertTooLarge(answer, "too many fields");
    }

    private async Task<Answer> PostAsync(StaffPerson person, string language, IEnumerable<(string, string)> fields)
    {
        var address = EntryLinks.TakeDown(await site.OrganisationAsync("sisters"));
        var browser = person.Browser;
        browser.Headers["Accept-Language"] = language;
        try
        {
            return await browser.SubmitAsync(address, address, [.. fields]);
        }
        finally
        {
            browser.Headers["Accept-Language"] = "en";
        }
    }

    private static void AssertTooLarge(Answer answer, string said)
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains(said, answer.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }
}
