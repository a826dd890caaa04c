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

    // Bytes of a count and the bracket after it, on all pages: what follows them is always as far from what it repeats.
    private readonly int countLength;

    private readonly int providers;

    private ChoiceList(ImmutableArray<Choice> choices, int providers)
    {
        this.choices = choices;
        this.providers = providers;
        countLength = CountLengthFor(providers);
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
        var providers = reader.Country.Providers.Length;
        return new ChoiceList(
        [
            Choice(ProviderParameters.Need, "Providers.Need", "Providers.AnyNeed", [.. reader.Directory.AssistanceTypes.Select(type => Option(type, type.Need, reader.Country.TypesOffered.Contains(type)))]),
            Choice(ProviderParameters.Place, "Providers.Place", "Providers.AnyPlace", [.. reader.Country.Places.Select(place => Option(place, place.Name, true)), Labelled(null, Place.NotStated.Value, new ShownText(texts["Providers.PlaceNotStated"], null), true)]),
            Choice(ProviderParameters.Audience, "Providers.Audience", "Providers.AnyAudience", [.. reader.Directory.Audiences.Select(audience => Option(audience, audience.Name, audiences.Contains(audience)))]),
        ], providers);

        Choice Choice(string name, string label, string any, IReadOnlyList<(PublishedTerm? Term, bool IsOffered, string Start, string End)> options)
        {
            var start = pageTexts.AddEverywhere($"<p><label for=\"{name}\">{encoder.Encode(texts[label])}</label>\n<select id=\"{name}\" name=\"{name}\"><option value=\"\">{encoder.Encode(texts[any])}");
            var offered = pageTexts.AddTogether([.. options.Where(option => option.IsOffered).Select(option => option.Start + option.End)], CountLengthFor(providers));
            var next = 0;
            return new Choice(
                name,
                start,
                [.. options.Select(option => new Option(option.Term, option.IsOffered ? offered[next++] : null, $"{option.Start} selected{option.End}"))],
                [.. options.Select(option => option.Term).OfType<PublishedTerm>()]);
        }

        (PublishedTerm? Term, bool IsOffered, string Start, string End) Option(PublishedTerm term, LocalisedText label, bool isOffered) =>
            Labelled(term, term.Slug.Value, reader.Show(label), isOffered);

        (PublishedTerm? Term, bool IsOffered, string Start, string End) Labelled(PublishedTerm? term, string value, ShownText label, bool isOffered) =>
            (term, isOffered, $"</option>\n<option value=\"{value}\"", $"{(label.Lang is null ? "" : $" lang=\"{label.Lang}\"")}>{encoder.Encode(label.Text)} (");
    }

    /// <summary>Writes the filters as they are set.</summary>
    public void Write(FreshPage page, ProviderQuery query, ProviderFacets facets)
    {
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
            var isSet = chosen is not null || (choice.Name == ProviderParameters.Place && query.PlaceNotStated);
            for (var i = 0; i < choice.Options.Length; i++)
            {
                var option = choice.Options[i];
                if (option.Term is null ? query.PlaceNotStated : option.Term == chosen)
                {
                    page.New.Write(option.Selected);
                }
                else if (option.Offered is { } offered)
                {
                    page.Add(isSet ? offered.Apart : offered.Together);
                }
                else
                {
                    continue;
                }

                // "Not stated" comes after all terms.
                var count = option.Term is null ? facets.PlaceNotStated : counts[i];
                WriteCount(page, count);
            }

            page.New.Write("</option></select></p>\n"u8);
        }

        ArrayPool<int>.Shared.Return(counts);
    }

    /// <summary>Writes the filters with counts of every size.</summary>
    public void WriteSample(FreshPage page)
    {
        foreach (var choice in choices)
        {
            page.Add(choice.Start);
            var offered = choice.Options.Select(option => option.Offered).OfType<(PageText Together, PageText Apart)>().ToList();
            for (var i = 0; i < offered.Count; i++)
            {
                page.Add(offered[i].Together);
                WriteCount(page, providers * i / offered.Count);
            }
        }
    }

    private static int CountLengthFor(int providers) => providers.ToString(CultureInfo.InvariantCulture).Length + 1;

    private void WriteCount(FreshPage page, int count)
    {
        Span<byte> digits = stackalloc byte[12];
        _ = count.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        digits[length] = (byte)')';
        // What is too short ends in spaces, which nobody sees.
        digits[(length + 1)..].Fill((byte)' ');
        page.New.Write(digits[..countLength]);
    }

    private sealed record Choice(string Name, PageText Start, Option[] Options, ImmutableArray<PublishedTerm> Terms);

    // Term: null for "place not stated". Offered: null where no provider has it; then it is shown only where it was asked for.
    private sealed record Option(PublishedTerm? Term, (PageText Together, PageText Apart)? Offered, string Selected);
}
