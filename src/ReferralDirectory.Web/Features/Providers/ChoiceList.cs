using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>
/// The filters, with how many providers each choice would leave. All but the counts and what is chosen is written once per
/// language: there are dozens of choices on every page of the list.
/// </summary>
public sealed class ChoiceList
{
    private readonly ImmutableArray<Choice> choices;

    private readonly int mostTerms;

    private ChoiceList(ImmutableArray<Choice> choices)
    {
        this.choices = choices;
        mostTerms = choices.Max(choice => choice.Terms.Length);
    }

    /// <param name="reader">Whose page it is.</param>
    /// <param name="texts">Of the page's language.</param>
    /// <param name="encoder">Of the site.</param>
    /// <param name="facets">Any result's: they know which terms some provider has.</param>
    /// <param name="pageTexts">Gets the texts of the filters.</param>
    public static ChoiceList For(Reader reader, Texts texts, HtmlEncoder encoder, ProviderFacets facets, PageTexts pageTexts)
    {
        var audiences = facets.Audiences.All.Select(count => count.Key).ToHashSet();
        return new ChoiceList(
        [
            Choice(ProviderParameters.Need, "Providers.Need", "Providers.AnyNeed", [.. reader.Directory.AssistanceTypes.Select(type => Option(type, type.Need, reader.Country.TypesOffered.Contains(type)))]),
            Choice(ProviderParameters.Place, "Providers.Place", "Providers.AnyPlace", [.. reader.Country.Places.Select(place => Option(place, place.Name, true)), Labelled(null, Place.NotStated.Value, new ShownText(texts["Providers.PlaceNotStated"], null), true)]),
            Choice(ProviderParameters.Audience, "Providers.Audience", "Providers.AnyAudience", [.. reader.Directory.Audiences.Select(audience => Option(audience, audience.Name, audiences.Contains(audience)))]),
        ]);

        Choice Choice(string name, string label, string any, IReadOnlyList<Option> options) => new(
            name,
            pageTexts.AddEverywhere($"<p><label for=\"{name}\">{encoder.Encode(texts[label])}</label>\n<select id=\"{name}\" name=\"{name}\"><option value=\"\">{encoder.Encode(texts[any])}"),
            [.. options],
            [.. options.Select(option => option.Term).OfType<PublishedTerm>()]);

        Option Option(PublishedTerm term, LocalisedText label, bool isOffered) => Labelled(term, term.Slug.Value, reader.Show(label), isOffered);

        Option Labelled(PublishedTerm? term, string value, ShownText label, bool isOffered)
        {
            var start = $"</option>\n<option value=\"{value}\"";
            var end = $"{(label.Lang is null ? "" : $" lang=\"{label.Lang}\"")}>{encoder.Encode(label.Text)} (";
            return new Option(term, isOffered ? pageTexts.AddEverywhere(start + end) : null, $"{start} selected{end}");
        }
    }

    /// <summary>Writes the filters as they are set.</summary>
    public void Write(FreshPage page, ProviderQuery query, ProviderFacets facets)
    {
        Span<byte> digits = stackalloc byte[11];
        var counts = ArrayPool<int>.Shared.Rent(mostTerms);
        foreach (var choice in choices)
        {
            page.Add(choice.Start);
            var (chosen, facet) = choice.Name switch
            {
                ProviderParameters.Need => (query.Need, facets.Needs),
                ProviderParameters.Place => (query.Place, facets.Places),
                _ => (query.Audience, facets.Audiences),
            };
            facet.Read(choice.Terms, counts);
            for (var i = 0; i < choice.Options.Length; i++)
            {
                var option = choice.Options[i];
                if (option.Term is null ? query.PlaceNotStated : option.Term == chosen)
                {
                    page.New.Write(option.Selected);
                }
                else if (option.Offered is not null)
                {
                    page.Add(option.Offered);
                }
                else
                {
                    continue;
                }

                // "Not stated" comes after all terms.
                var count = option.Term is null ? facets.PlaceNotStated : counts[i];
                _ = count.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
                digits[length] = (byte)')';
                page.New.Write(digits[..(length + 1)]);
            }

            page.New.Write("</option></select></p>\n"u8);
        }

        ArrayPool<int>.Shared.Return(counts);
    }

    private sealed record Choice(string Name, PageText Start, Option[] Options, ImmutableArray<PublishedTerm> Terms);

    // Term: null for "place not stated". Offered: null where no provider has it; then it is shown only where it was asked for.
    private sealed record Option(PublishedTerm? Term, PageText? Offered, string Selected);
}
