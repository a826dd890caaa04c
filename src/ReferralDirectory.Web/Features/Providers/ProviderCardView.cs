using System.Text.Encodings.Web;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>A provider in the list. Writes itself, as <see cref="PhoneLink"/> does.</summary>
public sealed record ProviderCardView(
    ShownText Name,
    ShownText? OwnName,
    string Href,
    IReadOnlyList<TermList> Facts,
    IReadOnlyList<PhoneLink> Phones,
    ConfirmedText Confirmed)
{
    public static ProviderCardView From(Provider provider, Reader reader, Texts texts) => new(
        reader.Show(provider.Name),
        OwnNameOf(provider, reader),
        reader.Links.Provider(provider.Slug),
        [
            new TermList(texts["Provider.Helps"], [.. provider.Types.Select(type => reader.Show(type.Name))]),
            new TermList(texts["Provider.ForWhom"], [.. provider.Audiences.Select(audience => reader.Show(audience.Name))]),
            PlacesOf(provider, reader, texts),
        ],
        PhoneLink.AllOf(provider, texts),
        ConfirmedText.Of(provider.Confirmed, texts));

    /// <summary>The name in the organisation's own language, where the page shows another.</summary>
    public static ShownText? OwnNameOf(Provider provider, Reader reader)
    {
        var shown = reader.Show(provider.Name);
        var own = reader.Show(provider.Name.In(provider.OwnLanguage));
        return Letters(own.Text).SequenceEqual(Letters(shown.Text)) ? null : own;

        // Quotation marks are the language's, not the name's.
        static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit);
    }

    /// <summary>Where the provider is, or that its source does not state it.</summary>
    public static TermList PlacesOf(Provider provider, Reader reader, Texts texts) => new(
        texts["Provider.Where"],
        provider.Places.IsEmpty ? [new ShownText(texts["Provider.PlaceNotStated"], null)] : [.. provider.Places.Select(place => reader.Show(place.Name))]);

    /// <summary>Names and facts.</summary>
    public void WriteBefore(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<li>\n<h3><a href=\"");
        encoder.Encode(writer, Href);
        writer.Write("\"");
        WriteText(Name, "</a>", writer, encoder);
        if (OwnName is not null)
        {
            writer.Write("<small");
            WriteText(OwnName, "</small>", writer, encoder);
        }

        writer.Write("</h3>\n");
        foreach (var fact in Facts)
        {
            fact.WriteTo(writer, encoder);
        }
    }

    /// <summary>Numbers, and when they were checked.</summary>
    public void WriteAfter(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("\n<p class=\"phones\">");
        foreach (var phone in Phones)
        {
            phone.WriteTo(writer, encoder);
        }

        writer.Write("</p>\n");
        Confirmed.WriteTo(writer, encoder);
        writer.Write("\n</li>\n");
    }

    private static void WriteText(ShownText text, string end, TextWriter writer, HtmlEncoder encoder)
    {
        if (text.Lang is not null)
        {
            writer.Write(" lang=\"");
            encoder.Encode(writer, text.Lang);
            writer.Write("\"");
        }

        writer.Write(">");
        encoder.Encode(writer, text.Text);
        writer.Write(end);
    }
}
