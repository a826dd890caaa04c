using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Whoever keeps a copy finds in it what changed: by the same identifiers.</summary>
public sealed class IdentifierTests
{
    [Fact]
    public async Task AnEdit_ChangesNoIdentifier_OfWhatItLeaves()
    {
        await using var site = new EditedSite();
        var provider = site.Country.FindProvider("maria")!;
        var before = await IdsAsync(site);

        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, provider.Id), draft => draft with
        {
            Name = Told(draft.Name),
            Services = [.. draft.Services.Select(service => service with { Description = Told(service.Description) })],
        })));

        var text = await site.TextAsync($"/api/hsds/v3/organizations/{provider.Id}?lang=en");
        Assert.Contains(" etc.", text, StringComparison.Ordinal);
        Assert.NotEmpty(before);
        Assert.Equal(before, await IdsAsync(site));
    }

    private static ImmutableArray<TextDraft> Told(ImmutableArray<TextDraft> texts) => [.. texts.Select(text => text with { Text = text.Text + " etc." })];

    private static async Task<List<string>> IdsAsync(EditedSite site) => [.. IdsIn(JsonSerializer.Deserialize<JsonElement>(await site.TextAsync("/api/downloads/directory.json?lang=en"))).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> IdsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => property.Name == "id" ? [property.Value.GetString()!] : IdsIn(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(IdsIn),
        _ => [],
    };
}
