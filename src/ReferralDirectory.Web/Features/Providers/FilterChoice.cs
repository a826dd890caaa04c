using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>A filter of the list, and how many providers each of its choices would leave.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Label">Key of the label's text.</param>
/// <param name="Any">Key of the text of the choice that asks for nothing.</param>
/// <param name="Items">What can be chosen.</param>
public sealed record FilterChoice(string Name, string Label, string Any, IReadOnlyList<FilterChoice.Item> Items)
{
    public static IReadOnlyList<FilterChoice> All(Reader reader, ProviderQuery query, ProviderFacets facets)
    {
        // Only what some provider of the country has; of places all, and those without.
        var audiences = facets.Audiences.All.Select(count => count.Key).ToHashSet();
        return
        [
            new FilterChoice(ProviderParameters.Need, "Providers.Need", "Providers.AnyNeed", [.. reader.Directory.AssistanceTypes.Where(type => reader.Country.TypesOffered.Contains(type) || type == query.Need).Select(type => Option(type, type.Need, query.Need, facets.Needs))]),
            new FilterChoice(ProviderParameters.Place, "Providers.Place", "Providers.AnyPlace", [.. reader.Country.Places.Select(place => Option(place, place.Name, query.Place, facets.Places)), new Item(Place.NotStated.Value, null, facets.PlaceNotStated, query.PlaceNotStated)]),
            new FilterChoice(ProviderParameters.Audience, "Providers.Audience", "Providers.AnyAudience", [.. reader.Directory.Audiences.Where(audience => audiences.Contains(audience) || audience == query.Audience).Select(audience => Option(audience, audience.Name, query.Audience, facets.Audiences))]),
        ];

        Item Option(PublishedTerm term, LocalisedText label, PublishedTerm? chosen, FacetCounts counts) =>
            new(term.Slug.Value, reader.Show(label), counts.Of(term), term == chosen);
    }

    /// <param name="Value">The parameter's value.</param>
    /// <param name="Label">Null for "place not stated".</param>
    /// <param name="Count">Providers it would leave.</param>
    /// <param name="IsChosen">It is what was asked.</param>
    public sealed record Item(string Value, ShownText? Label, int Count, bool IsChosen);
}
