using System.Text.Json;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Whatever a list is narrowed to, together: reckoned from the whole list.</summary>
public sealed class HsdsFilterTests(ApiSite site)
{
    private const string Words = "психолог";

    // The first keeps the one entry that bears a time, the second leaves it out.
    private static readonly string[] Moments = ["2026-01-31T00:00:00.000Z", "2026-01-31T01:00:00.000Z"];

    [Theory]
    [InlineData("services", "full=true")]
    [InlineData("organizations", "full_service=true")]
    [InlineData("service_at_locations", "full=true")]
    public async Task AnyFilters_NarrowTogether(string list, string whole)
    {
        var records = await site.AllAsync($"/{list}?{whole}&lang=en");
        var one = (await site.AllAsync("/organizations?full_service=true&lang=en")).Single(organization => Text(organization, "name").Contains("Maria", StringComparison.Ordinal));
        var found = (await site.AllAsync($"/organizations?search={Words}&lang=en")).Select(Id).ToHashSet();
        Assert.Contains(Id(one), found);
        Assert.InRange(found.Count, 2, (await site.AllAsync("/organizations")).Count - 1);
        var attributes = Attributes(one.GetProperty("services")[0]).ToList();
        var term = Text(attributes.First(attribute => Text(attribute, "link_type") == "assistance_type"), "taxonomy_term_id");
        var taxonomy = TaxonomyOf(attributes.First(attribute => Text(attribute, "link_type") == "audience"));

        foreach (var chosen in Enumerable.Range(1, (1 << 5) - 1))
        {
            foreach (var moment in Moments)
            {
                string[] parameters = [$"search={Words}", $"taxonomy_term_id={term}", $"taxonomy_id={taxonomy}", $"organization_id={Id(one)}", $"modified_after={moment}"];
                var expected = records.Where(record =>
                    (!Asks(0) || found.Contains(OrganizationOf(record)))
                    && ServicesOf(record).Any(service =>
                        (!Asks(1) || Attributes(service).Any(attribute => Text(attribute, "taxonomy_term_id") == term))
                        && (!Asks(2) || Attributes(service).Any(attribute => TaxonomyOf(attribute) == taxonomy)))
                    && (!Asks(3) || OrganizationOf(record) == Id(one))
                    && (!Asks(4) || !ServicesOf(record)[0].TryGetProperty("last_modified", out var changed) || string.CompareOrdinal(changed.GetString(), moment) >= 0)).Select(Id).ToList();
                Assert.True(expected.Count > 0 || moment != Moments[0]);

                var address = $"/{list}?{string.Join('&', parameters.Where((_, number) => Asks(number)))}";
                Assert.True(expected.ToHashSet().SetEquals((await site.AllAsync(address)).Select(Id)), address);
            }

            bool Asks(int number) => (chosen & (1 << number)) != 0;
        }
    }

    [Theory]
    [InlineData("services")]
    [InlineData("organizations")]
    [InlineData("service_at_locations")]
    [InlineData("taxonomies")]
    [InlineData("taxonomy_terms")]
    public async Task Json_IsWhatComes_WhereNoFormatIsAskedFor(string list) =>
        Assert.Equal((await site.GetAsync($"/{list}?lang=en")).ToString(), (await site.GetAsync($"/{list}?format=json&lang=en")).ToString());

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static string Id(JsonElement record) => Text(record, "id");

    private static JsonElement.ArrayEnumerator Attributes(JsonElement service) => service.GetProperty("attributes").EnumerateArray();

    private static string TaxonomyOf(JsonElement attribute) => Text(attribute.GetProperty("taxonomy_term"), "taxonomy_id");

    private static List<JsonElement> ServicesOf(JsonElement record) =>
        record.TryGetProperty("services", out var services) ? [.. services.EnumerateArray()] : [record.TryGetProperty("service", out var service) ? service : record];

    private static string OrganizationOf(JsonElement record) => record.TryGetProperty("services", out _) ? Id(record) : Text(ServicesOf(record)[0], "organization_id");
}
