using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>
/// Providers' cards in the list as bytes. As many are remembered as a few thousand; a card that needs the place of another
/// takes it. A provider that was edited is a new object, so its old card is never found again.
/// </summary>
public sealed class ProviderCards(HtmlEncoder encoder)
{
    private const int Remembered = 4096;

    private readonly Card?[] cards = new Card?[Remembered];

    /// <summary>The card for the reader's language, in two parts: why the provider was found stands between them.</summary>
    public (byte[] Before, byte[] After) Of(Provider provider, Reader reader, Texts texts)
    {
        var place = (RuntimeHelpers.GetHashCode(provider) ^ reader.Language.Tag.GetHashCode()) & (Remembered - 1);
        if (cards[place] is { } card && ReferenceEquals(card.Provider, provider) && card.Language == reader.Language.Tag)
        {
            return (card.Before, card.After);
        }

        var view = ProviderCardView.From(provider, reader, texts);
        card = new Card(provider, reader.Language.Tag, Write(view.WriteBefore), Write(view.WriteAfter));
        cards[place] = card;
        return (card.Before, card.After);
    }

    private byte[] Write(Action<TextWriter, HtmlEncoder> write)
    {
        using var html = new Utf8Writer();
        write(html, encoder);
        return html.Written.ToArray();
    }

    private sealed record Card(Provider Provider, LanguageTag Language, byte[] Before, byte[] After);
}
