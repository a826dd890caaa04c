using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>
/// Providers' cards in the list as bytes. As many are remembered as eight thousand; of those that could stand in the same places,
/// the card that came first goes first. A provider that was edited is a new object, so its old card is never found again.
/// </summary>
public sealed class ProviderCards(HtmlEncoder encoder)
{
    private const int Remembered = 8192;

    // Two cards of one page that always took each other's place would be written anew each time.
    private const int PlacesForOne = 4;

    // Enough to see what cards have in common.
    private const int Samples = 100;

    private readonly Card?[] cards = new Card?[Remembered];
    private int next;

    /// <summary>Some cards of the reader's language and country.</summary>
    public IReadOnlyList<SampleCard> SamplesFor(Reader reader, Texts texts) =>
    [
        .. reader.Country.Providers.Take(Samples).Select(provider =>
        {
            var view = ProviderCardView.From(provider, reader, texts);
            return new SampleCard(
                Write(view.WriteBefore),
                [new MatchReason(MatchedField.Name, ""), .. provider.Types.Take(1).Select(type => new MatchReason(MatchedField.Type, "", type))],
                Write(view.WriteAfter));
        }),
    ];

    /// <summary>Texts for cards.</summary>
    /// <param name="terms">What they list, as they show it.</param>
    /// <param name="samples">Some of them.</param>
    public static PageTexts NewTexts(IReadOnlyCollection<string> terms, IReadOnlyCollection<SampleCard> samples) =>
        new(terms, [.. samples.Select(card => Encoding.UTF8.GetString(card.Before))], [.. samples.Select(card => Encoding.UTF8.GetString(card.After))]);

    /// <summary>The card for the reader's language, in two parts: why the provider was found stands between them.</summary>
    /// <param name="provider">Whose card.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="texts">Of the reader's language.</param>
    /// <param name="pageTexts">Of the page it stands on.</param>
    public (PageText Before, PageText After) Of(Provider provider, Reader reader, Texts texts, PageTexts pageTexts)
    {
        var places = cards.AsSpan(PlacesForOne * ((RuntimeHelpers.GetHashCode(provider) ^ RuntimeHelpers.GetHashCode(pageTexts)) & ((Remembered / PlacesForOne) - 1)), PlacesForOne);
        foreach (var known in places)
        {
            if (known is not null && ReferenceEquals(known.Provider, provider) && ReferenceEquals(known.Texts, pageTexts))
            {
                return (known.Before, known.After);
            }
        }

        var view = ProviderCardView.From(provider, reader, texts);
        var card = new Card(provider, pageTexts, pageTexts.Prepare(Write(view.WriteBefore)), pageTexts.Prepare(Write(view.WriteAfter)));
        places[next++ & (PlacesForOne - 1)] = card;
        return (card.Before, card.After);
    }

    private byte[] Write(Action<TextWriter, HtmlEncoder> write)
    {
        using var html = new Utf8Writer();
        write(html, encoder);
        return html.Written.ToArray();
    }

    private sealed record Card(Provider Provider, PageTexts Texts, PageText Before, PageText After);
}
