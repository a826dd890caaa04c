using System.Globalization;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>A street stands beside no town that it is not known to be in.</summary>
public sealed class StreetTests
{
    [Theory]
    [InlineData(0, "/1 Main Street, ")]
    [InlineData(1, "{0}/1 Main Street, {0}")]
    [InlineData(2, "/1 Main Street, ; {0}; {1}")]
    public async Task AStreet_HasTheTownOfItsOnlyPlace_AndNoOther(int places, string expected)
    {
        await using var site = new EditedSite();
        var id = site.Country.FindProvider("maria")!.Id;
        var some = site.Country.Places.Take(places).ToList();
        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, id), draft => draft with
        {
            Places = [.. some.Select(place => place.Id)],
            PublicAddress = [new TextDraft(draft.OwnLanguage, "1 Main Street", TranslationState.Original)],
        })));

        var organization = JsonSerializer.Deserialize<JsonElement>(await site.TextAsync($"{ApiSite.Root}/organizations/{id}?lang=en"));
        var services = JsonSerializer.Deserialize<JsonElement>(await site.TextAsync($"{ApiSite.Root}/service_at_locations?full=true&organization_id={id}&lang=en"));

        HsdsShape.Check("organization", organization);
        var locations = organization.GetProperty("locations").EnumerateArray().ToList();
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, expected, [.. some.Select(place => place.Name.In(LanguageTag.Parse("en")).Text)]), string.Join("; ", locations.Select(Told)));
        Assert.Equal(locations.Select(Told).Order(), services.GetProperty("contents").EnumerateArray().Select(link => Told(link.GetProperty("location"))).Distinct().Order());
    }

    private static string Told(JsonElement location) =>
        (location.TryGetProperty("name", out var name) ? name.GetString() : "")
        + (location.TryGetProperty("addresses", out var addresses) ? "/" + string.Join(' ', addresses.EnumerateArray().Select(address => $"{address.GetProperty("address_1")}, {address.GetProperty("city")}")) : "");
}
