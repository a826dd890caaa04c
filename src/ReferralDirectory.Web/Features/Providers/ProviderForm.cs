using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The form by which the list is narrowed; keeps what was asked.</summary>
public sealed record ProviderForm(string Words, bool IsFreeOnly, bool IsNarrowed, IReadOnlyList<ProviderForm.Choice> Choices)
{
    public static ProviderForm For(Reader reader, ProviderQuery query)
    {
        var types = reader.Country.Providers.SelectMany(provider => provider.Types).ToHashSet();
        var audiences = reader.Country.Providers.SelectMany(provider => provider.Audiences).ToHashSet();
        return new ProviderForm(
            query.Words,
            query.FreeOnly,
            query != new ProviderQuery(),
            [
                new Choice(ProviderParameters.Need, "Providers.Need", "Providers.AnyNeed", [.. reader.Directory.AssistanceTypes.Where(type => types.Contains(type) || type == query.Need).Select(type => Option(type, type.Need, query.Need))]),
                new Choice(ProviderParameters.Place, "Providers.Place", "Providers.AnyPlace", [.. reader.Country.Places.Select(place => Option(place, place.Name, query.Place)), new Item(Place.NotStated.Value, null, query.PlaceNotStated)]),
                new Choice(ProviderParameters.Audience, "Providers.Audience", "Providers.AnyAudience", [.. reader.Directory.Audiences.Where(audience => audiences.Contains(audience) || audience == query.Audience).Select(audience => Option(audience, audience.Name, query.Audience))]),
            ]);

        Item Option(PublishedTerm term, LocalisedText label, PublishedTerm? chosen) => new(term.Slug.Value, reader.Show(label), term == chosen);
    }

    /// <param name="Name">The parameter.</param>
    /// <param name="Label">Key of the label's text.</param>
    /// <param name="Any">Key of the text of the choice that asks for nothing.</param>
    /// <param name="Items">What can be chosen.</param>
    public sealed record Choice(string Name, string Label, string Any, IReadOnlyList<Item> Items);

    /// <param name="Value">The parameter's value.</param>
    /// <param name="Label">Null for "place not stated".</param>
    /// <param name="IsChosen">It is what was asked.</param>
    public sealed record Item(string Value, ShownText? Label, bool IsChosen);
}
