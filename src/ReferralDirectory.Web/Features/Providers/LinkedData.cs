using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>
/// What a provider's page says, in the words of schema.org, for search engines and other programs. Nothing that the page does not
/// show; the street only where it is public.
/// </summary>
public static class LinkedData
{
    /// <summary>As the type of the element that holds it: a block of data, which no browser runs.</summary>
    public const string MediaType = "application/ld+json";

    // Escapes what would end the element.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>JSON-LD that can stand in an element of that type as it is.</summary>
    public static string Write(Provider provider, Reader reader)
    {
        var text = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(text, Readable);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "Organization");
        json.WriteString("name", reader.Show(provider.Name).Text);
        List("telephone", provider.Phones.Select(contact => contact.Value));
        List("email", Of(ContactKind.Email).Select(contact => contact.Value));
        List("url", Of(ContactKind.Website).Select(contact => WebAddress.TryParse(contact.Value)!.AbsoluteUri));
        List("areaServed", provider.Places.Select(place => reader.Show(place.Name).Text));
        List("knowsLanguage", provider.LanguagesSpoken.Select(language => language.Value));
        if (provider.PublicAddress is { } address)
        {
            json.WriteStartObject("address");
            json.WriteString("@type", "PostalAddress");
            json.WriteString("streetAddress", reader.Show(address).Text);
            json.WriteString("addressCountry", reader.Country.Code);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(text.WrittenSpan);

        IEnumerable<PublishedContact> Of(ContactKind kind) => provider.Contacts.Where(contact => contact.Kind == kind);

        void List(string name, IEnumerable<string> values)
        {
            var all = values.ToList();
            if (all.Count > 0)
            {
                json.WriteStartArray(name);
                all.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }
        }
    }
}
