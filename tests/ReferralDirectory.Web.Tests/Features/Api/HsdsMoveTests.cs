using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange.Hsds.Imports;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Our own export, taken in by a site that has the same terms and no organisation: everything has the same identifiers there.</summary>
public sealed class HsdsMoveTests(ApiSite site)
{
    private const string Records = $"{ApiSite.Root}/organizations?format=ndjson&full_service=true&lang=";

    private static readonly string[] Languages = ["ru", "en"];

    // What a street is, only the organisation can say; when something changed or was confirmed, only the site where that was. And the language that
    // comes first is what others are translations of.
    private static readonly string[] Left = ["addresses", "last_modified", "assured_date", "translation"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EverythingThatIsMoved_KeepsItsIdentifiers_AndSaysTheSame()
    {
        using var folder = new TempFolder();
        await using var empty = NewSite(folder);
        AssertNothing(JsonSerializer.Deserialize<JsonElement>(await empty.Site.Client.GetStringAsync($"{ApiSite.Root}/organizations", Cancel)));
        AssertNothing(JsonSerializer.Deserialize<JsonElement>(await empty.Site.Client.GetStringAsync($"{ApiSite.Root}/services?per_page=3", Cancel)));

        // A file has one language: the others come with theirs.
        var (author, reviewer) = ((await empty.NewReviewerAsync("author@staff.example", Cancel)).Id, await empty.NewReviewerAsync("reviewer@staff.example", Cancel));
        foreach (var language in Languages)
        {
            await ImportAsync(empty, author, reviewer.Id, await DocumentAsync(language), language == Languages[0] ? ImportItemKind.Addition : ImportItemKind.Change);
        }

        foreach (var language in Languages)
        {
            // Nor does a file say in which language an organisation names itself, which is what comes beside its name in another.
            string[] left = language == Languages[0] ? Left : [.. Left, "alternate_name"];
            var before = Told(await site.Client.GetStringAsync(Records + language, Cancel), left);
            var after = Told(await empty.Site.Client.GetStringAsync(Records + language, Cancel), left);
            Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
            Assert.All(before, organization => Assert.Equal(organization.Value, after[organization.Key]));
        }

        Assert.Equal(
            (await site.AllAsync("/service_at_locations")).Select(IdOf).Order(StringComparer.Ordinal),
            Lines(await empty.Site.Client.GetStringAsync($"{ApiSite.Root}/service_at_locations?format=ndjson", Cancel)).Select(IdOf).Order(StringComparer.Ordinal));

        // And again: nothing is left to be proposed.
        foreach (var language in Languages)
        {
            Assert.Equal([ImportItemKind.Unchanged], (await StageAsync(empty, null, await DocumentAsync(language))).Kinds.Keys);
        }
    }

    private Task<string> DocumentAsync(string language) => site.Client.GetStringAsync($"/api/downloads/directory.json?lang={language}", Cancel);

    private static StaffSite NewSite(TempFolder folder)
    {
        var data = folder.CopyOfData();
        Array.ForEach(Directory.GetFiles(Path.Combine(data, "russian-federation", "organisations")), File.Delete);
        return new StaffSite(new Dictionary<string, string> { ["Content:Path"] = data, ["Api:RequestsPerMinute"] = "100000", ["Api:ExportsPerHour"] = "100000" });
    }

    private static void AssertNothing(JsonElement list)
    {
        HsdsShape.Check("list", list);
        Assert.Equal(
            """{"total_items":0,"total_pages":0,"page_number":1,"size":0,"first_page":true,"last_page":true,"empty":true,"contents":[]}""",
            list.ToString());
    }

    private static async Task ImportAsync(StaffSite empty, Guid member, Guid other, string document, ImportItemKind kind)
    {
        var staged = await StageAsync(empty, member, document);
        Assert.Equal([kind], staged.Kinds.Keys);
        var services = empty.Site.Services;
        Assert.True(await services.GetRequiredService<ImportDesk>().ProposeAsync(member, staged.Id, Cancel));
        await services.GetRequiredService<ImportWorker>().SettleAsync();
        var country = services.GetRequiredService<PublishedDirectorySource>().Current.Countries[0].Id;
        var reviewer = new Actor(other, false, new HashSet<Guid> { country }, new HashSet<Guid>());
        foreach (var revision in await empty.AskAsync(db => db.Revisions.Where(revision => revision.State == RevisionState.Submitted).ToListAsync(Cancel)))
        {
            Assert.IsType<EditResult.Done>(await services.GetRequiredService<ReviewDesk>().PublishAsync(reviewer, revision.Id, revision.Version, Cancel));
        }

        await services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);
    }

    private static async Task<ImportSummary> StageAsync(StaffSite empty, Guid? member, string document)
    {
        var services = empty.Site.Services;
        using var list = new MemoryStream();
        var notes = await services.GetRequiredService<HsdsImport>().WriteListAsync(new MemoryStream(Encoding.UTF8.GetBytes(document)), list, HsdsImportTests.Options, Cancel);
        Assert.All(notes, note => Assert.Equal(HsdsImportNoteReason.Street, note.Reason));
        list.Position = 0;
        var id = (await services.GetRequiredService<ImportDesk>().StartAsync(member, list, Cancel))!.Value;
        await services.GetRequiredService<ImportWorker>().SettleAsync();
        return (await services.GetRequiredService<ImportArchive>().FindAsync(member, id, Cancel))!;
    }

    private static Dictionary<string, string> Told(string lines, string[] left) => Lines(lines).ToDictionary(organization => IdOf(organization)!, organization => Without(organization, left));

    private static List<JsonElement> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static string? IdOf(JsonElement record) => record.GetProperty("id").GetString();

    private static string Without(JsonElement value, string[] left) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Where(property => !left.Contains(property.Name)).Select(property => $"{property.Name}:{Without(property.Value, left)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(item => Without(item, left)))}]",
        _ => value.ToString(),
    };
}
