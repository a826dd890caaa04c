using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>
/// The filters, with how many providers each choice would leave. All but the counts and what is chosen is written once per
/// language: there are dozens of choices on every page of the list.
/// </summary>
public sealed class ChoiceList
{
    private readonly ImmutableArray<Choice> choices;

    private ChoiceList(ImmutableArray<Choice> choices) => this.choices = choices;

    /// <param name="reader">Whose page it is.</param>
    /// <param name="texts">Of the page's language.</param>
    /// <param name="encoder">Of the site.</param>
    /// <param name="facets">Any result's: they know which terms some provider has.</param>
    public static ChoiceList For(Reader reader, Texts texts, HtmlEncoder encoder, ProviderFacets facets)
    {
        var audiences = facets.Audiences.All.Select(count => count.Key).ToHashSet();
        return new ChoiceList(
        [
            Choice(ProviderParameters.Need, "Providers.Need", "Providers.AnyNeed", reader.Directory.AssistanceTypes.Select(type => Option(type, type.Need, reader.Country.TypesOffered.Contains(type)))),
            Choice(ProviderParameters.Place, "Providers.Place", "Providers.AnyPlace", [.. reader.Country.Places.Select(place => Option(place, place.Name, true)), new Option(null, OptionStart(Place.NotStated.Value), Label(new ShownText(texts["Providers.PlaceNotStated"], null)), true)]),
            Choice(ProviderParameters.Audience, "Providers.Audience", "Providers.AnyAudience", reader.Directory.Audiences.Select(audience => Option(audience, audience.Name, audiences.Contains(audience)))),
        ]);

        Choice Choice(string name, string label, string any, IEnumerable<Option> options) => new(
            name,
            Encoding.UTF8.GetBytes($"<p><label for=\"{name}\">{encoder.Encode(texts[label])}</label>\n<select id=\"{name}\" name=\"{name}\"><option value=\"\">{encoder.Encode(texts[any])}</option>"),
            [.. options]);

        Option Option(PublishedTerm term, LocalisedText label, bool isOffered) => new(term, OptionStart(term.Slug.Value), Label(reader.Show(label)), isOffered);

        static byte[] OptionStart(string value) => Encoding.UTF8.GetBytes($"\n<option value=\"{value}\"");

        byte[] Label(ShownText label) => Encoding.UTF8.GetBytes($"{(label.Lang is null ? "" : $" lang=\"{label.Lang}\"")}>{encoder.Encode(label.Text)} (");
    }

    /// <summary>Writes the filters as they are set.</summary>
    public void Write(Utf8Writer page, ProviderQuery query, ProviderFacets facets)
    {
        Span<char> digits = stackalloc char[11];
        foreach (var choice in choices)
        {
            page.Write(choice.Start);
            var (chosen, counts) = choice.Name switch
            {
                ProviderParameters.Need => (query.Need, facets.Needs),
                ProviderParameters.Place => (query.Place, facets.Places),
                _ => (query.Audience, facets.Audiences),
            };
            foreach (var option in choice.Options)
            {
                var isChosen = option.Term is null ? query.PlaceNotStated : option.Term == chosen;
                if (!option.IsOffered && !isChosen)
                {
                    continue;
                }

                page.Write(option.Start);
                page.Write(isChosen ? " selected"u8 : []);
                page.Write(option.Label);
                var count = option.Term is null ? facets.PlaceNotStated : counts.Of(option.Term);
                _ = count.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
                page.Write(digits[..length]);
                page.Write(")</option>"u8);
            }

            page.Write("</select></p>\n"u8);
        }
    }

    private sealed record Choice(string Name, byte[] Start, Option[] Options);

    // Term: null for "place not stated". IsOffered: some provider has it; others are shown only where they were asked for.
    private sealed record Option(PublishedTerm? Term, byte[] Start, byte[] Label, bool IsOffered);
}
