using System.IO.Compression;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>A translation that nobody has checked is marked wherever it goes, as pages mark it.</summary>
public sealed class UnreviewedTests
{
    private const string Mark = "\"translation\":\"unreviewed\"";
    private const string Text = "A roof, as a machine has it";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/hsds/v3/services?organization_id={0}&format=ndjson&lang=en")]
    [InlineData("/api/hsds/v3/services?organization_id={0}&format=ndjson&full=true&lang=en")]
    [InlineData("/api/hsds/v3/organizations?organization_id={0}&lang=en")]
    [InlineData("/api/hsds/v3/organizations/{0}?full_service=true&lang=en")]
    [InlineData("/api/hsds/v3/service_at_locations?organization_id={0}&lang=en")]
    [InlineData("/api/downloads/directory.json?lang=en")]
    public async Task ATextThatNobodyHasChecked_IsMarked_AndItsOriginalIsNot(string address)
    {
        await using var site = new EditedSite();
        var id = await TranslateAsync(site, TranslationState.Unreviewed);
        var marked = await site.TextAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, id));
        var original = await site.TextAsync($"/api/hsds/v3/organizations/{id}?full_service=true&lang=ru");

        Assert.Contains(Text, marked, StringComparison.Ordinal);
        Assert.Contains(Mark, marked, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, original, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextThatNobodyHasChecked_IsMarked_InTables()
    {
        await using var site = new EditedSite();
        var id = await TranslateAsync(site, TranslationState.Unreviewed);
        using var zip = new ZipArchive(await site.Site.Client.GetStreamAsync("/api/downloads/directory.zip?lang=en", Cancel), ZipArchiveMode.Read);
        using var services = new StreamReader(await zip.GetEntry("services.csv")!.OpenAsync(Cancel));
        var table = Csv.Read(await services.ReadToEndAsync(Cancel));
        var sheet = Csv.Read((await site.TextAsync("/api/downloads/directory.csv?lang=en")).TrimStart('\uFEFF'));

        Assert.Equal("unreviewed", table.Single(row => row.Contains(Text))[table[0].IndexOf("translation")]);
        Assert.Equal("Nobody has checked this translation.", sheet.Single(row => row.Contains(Text))[sheet[0].IndexOf("Translation")]);
        Assert.Contains(id.ToString(), table.Single(row => row.Contains(Text)));
    }

    [Fact]
    public async Task ATextThatSomebodyHasChecked_IsNotMarked()
    {
        await using var site = new EditedSite();
        var id = await TranslateAsync(site, TranslationState.Reviewed);

        Assert.DoesNotContain(Mark, await site.TextAsync($"/api/hsds/v3/organizations/{id}?full_service=true&lang=en"), StringComparison.Ordinal);
    }

    private static async Task<Guid> TranslateAsync(EditedSite site, TranslationState state)
    {
        var id = site.Country.FindProvider("stellit")!.Id;
        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, id), draft => draft with
        {
            OpeningHours = null,
            // A street is a location, at which there are services.
            PublicAddress = [new TextDraft("ru", "Главная ул., 1", TranslationState.Original)],
            Services = [draft.Services[0] with { Eligibility = [], Description = [new TextDraft("ru", "Кров", TranslationState.Original), new TextDraft("en", Text, state)] }],
        })));
        return id;
    }
}
