using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>The pages where files go out and come in.</summary>
public sealed class ImportPagesTests : IAsyncLifetime
{
    private const string Imports = "/admin/imports";
    private const string Table = "/admin/exports/organisations.csv";
    private const string List = "/admin/exports/organisations.json";

    private readonly StaffSite site = new();
    private StaffPerson editor = null!;
    private StaffPerson reviewer = null!;
    private StaffPerson second = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        editor = await site.NewEditorAsync("editor@import.example", Cancel);
        reviewer = await site.NewReviewerAsync("reviewer@import.example", Cancel);
        second = await site.NewReviewerAsync("second@import.example", Cancel);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task ATable_HasTheSeparatorOfTheReadersLanguage_OrTheOther()
    {
        Assert.StartsWith("\"Country\",\"Organisation\"", await TextAsync(Table), StringComparison.Ordinal);
        Assert.StartsWith("\"Country\";\"Organisation\"", await TextAsync($"{Table}?other=1"), StringComparison.Ordinal);
        await reviewer.Browser.SubmitAsync("/admin", "/admin/language", ("language", "ru"));
        Assert.StartsWith("\"Country\";\"Organisation\"", await TextAsync(Table), StringComparison.Ordinal);

        var answer = await reviewer.Browser.GetAsync(Table);
        Assert.Equal("text/csv; charset=utf-8", answer.Headers["Content-Type"].Single());
        Assert.Matches(@"^attachment; filename=organisations-\d{4}-\d\d-\d\d\.csv$", answer.Headers["Content-Disposition"].Single());
    }

    [Theory]
    [InlineData(Table)]
    [InlineData(List)]
    public async Task AChange_GoesFromTheFile_ThroughReview_ToThePublic_AndItsImporterCannotApproveIt(string address)
    {
        var file = (await TextAsync(address)).Replace("+79027638708", "+7 902 123-45-67", StringComparison.Ordinal);
        var show = await ImportAsync(reviewer, file);
        var page = (await reviewer.Browser.GetAsync(show)).Page;
        Assert.Contains("Changed: 1", page.QuerySelector(".counts").Words(), StringComparison.Ordinal);
        Assert.Contains("+7 902 123-45-67", page.QuerySelector(".changes").Words(), StringComparison.Ordinal);

        await reviewer.Browser.SubmitAsync(page, $"{show}/propose");
        await SettleAsync();
        page = (await reviewer.Browser.GetAsync(show)).Page;
        Assert.Contains("Sent for review: 1", page.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        var revision = await site.AskAsync(db => db.Revisions.SingleAsync(found => found.State == RevisionState.Submitted, Cancel));

        var own = await reviewer.Browser.PostAsync($"/admin/review/{revision.Id}/publish", await PublishFieldsAsync(reviewer, revision));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Equal(RevisionState.Submitted, await site.AskAsync(db => db.Revisions.Where(found => found.Id == revision.Id).Select(found => found.State).SingleAsync(Cancel)));
        await second.Browser.PostAsync($"/admin/review/{revision.Id}/publish", await PublishFieldsAsync(second, revision));

        Assert.Contains("tel:+79021234567", (await site.NewVisitor(Cancel).GetAsync("/en/russian-federation/providers/maria")).Page.Hrefs());
    }

    [Fact]
    public async Task FaultsAreTold_WithRowAndColumn_InTheReadersLanguage()
    {
        var file = (await TextAsync(Table)).Replace("+79027638708", "+7902", StringComparison.Ordinal);
        await reviewer.Browser.SubmitAsync("/admin", "/admin/language", ("language", "ru"));

        var page = (await reviewer.Browser.GetAsync(await ImportAsync(reviewer, file))).Page;

        Assert.Matches(@"Строка \d+, Contact: ", page.QuerySelector("main").Words());
        Assert.Empty(page.QuerySelectorAll("form[action$=propose]"));
    }

    [Fact]
    public async Task AnEditor_ImportsTheirOwn_AndIsToldOfTheOthers()
    {
        var page = (await editor.Browser.GetAsync(await ImportAsync(editor, await TextAsync(Table)))).Page;

        Assert.Contains("As on the site: 1", page.QuerySelector(".counts").Words(), StringComparison.Ordinal);
        Assert.Contains("is not an entry that you keep", page.QuerySelector(".rows").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportOfAnother_IsNotFound_AndStaysAsItIs()
    {
        var show = await ImportAsync(reviewer, (await TextAsync(Table)).Replace("+79027638708", "+7 902 123-45-67", StringComparison.Ordinal));
        var form = await second.Browser.GetAsync(Imports);

        Assert.Equal(HttpStatusCode.NotFound, (await second.Browser.GetAsync(show)).Status);
        foreach (var action in new[] { "propose", "cancel" })
        {
            await second.Browser.PostAsync($"{show}/{action}", Visitor.Fields(form.Page.QuerySelector("form.admin")!));
        }

        Assert.Single((await reviewer.Browser.GetAsync(show)).Page.QuerySelectorAll("form[action$=propose]"));
    }

    [Fact]
    public async Task ACancelledImport_SaysThatNothingWasChanged()
    {
        var show = await ImportAsync(reviewer, (await TextAsync(Table)).Replace("+79027638708", "+7 902 123-45-67", StringComparison.Ordinal));

        await reviewer.Browser.SubmitAsync(show, $"{show}/cancel");

        Assert.Equal("Given up. Nothing was changed.", (await reviewer.Browser.GetAsync(show)).Page.QuerySelector("[role=status]").Words());
    }

    [Fact]
    public async Task AFileOfAHundredMegabytes_GetsAPageThatSaysSo()
    {
        var answer = await PostAsync(reviewer, new ZeroContent(100 * 1024 * 1024), await TokenAsync(reviewer));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "The file is too large"), (answer.Status, answer.Page.QuerySelector("h1").Words()));
        Assert.Equal(0, await site.AskAsync(db => db.Imports.CountAsync(Cancel)));
    }

    [Fact]
    public async Task AFileWithoutTheFormsToken_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(reviewer, new ByteArrayContent("x"u8.ToArray()), null)).Status);

    [Fact]
    public async Task AForm_WithoutAFile_SaysWhatToDo()
    {
        var answer = await PostAsync(reviewer, new ByteArrayContent([]), await TokenAsync(reviewer));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose a file that is not empty."), (answer.Status, answer.Page.QuerySelector("#file-error").Words()));

        // As a browser sends it that knows no files.
        answer = await reviewer.Browser.SubmitAsync(Imports, Imports);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose a file that is not empty."), (answer.Status, answer.Page.QuerySelector("#file-error").Words()));
    }

    private async Task<string> TextAsync(string address)
    {
        var answer = await reviewer.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Text.TrimStart('\ufeff');
    }

    private async Task<string> ImportAsync(StaffPerson person, string file)
    {
        var answer = await PostAsync(person, new ByteArrayContent(Encoding.UTF8.GetBytes(file)), await TokenAsync(person));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await SettleAsync();
        return answer.Location!;
    }

    private Task SettleAsync() => site.Site.Services.GetRequiredService<ImportWorker>().SettleAsync();

    private static async Task<(string Name, string Value)?> TokenAsync(StaffPerson person) =>
        Visitor.Fields((await person.Browser.GetAsync(Imports)).Page.QuerySelector("form.admin")!).First(field => field.Name.StartsWith("__", StringComparison.Ordinal));

    private static async Task<IEnumerable<(string Name, string Value)>> PublishFieldsAsync(StaffPerson person, Revision revision) =>
        [(await TokenAsync(person))!.Value, ("version", revision.Version.ToString())];

    private static Task<Answer> PostAsync(StaffPerson person, HttpContent file, (string Name, string Value)? token)
    {
        var form = new MultipartFormDataContent { { file, "file", "C:\\Users\\somebody\\their names.csv" } };
        if (token is { } field)
        {
            form.Add(new StringContent(field.Value), field.Name);
        }

        return person.Browser.PostAsync(Imports, form);
    }

    // Sent as it goes.
    private sealed class ZeroContent(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var zeros = new byte[64 * 1024];
            for (var sent = 0L; sent < length; sent += zeros.Length)
            {
                await stream.WriteAsync(zeros, Cancel);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
