using System.Text;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>A provider's contacts as vCard 4.0 (RFC 6350), for an address book.</summary>
public static class ProviderCard
{
    /// <summary>RFC 6350, 10.1.</summary>
    public const string MediaType = "text/vcard";

    /// <summary>With the encoding of <see cref="Write"/>.</summary>
    public const string ContentType = MediaType + "; charset=utf-8";

    /// <summary>The same for every provider: the file's name stays on the device.</summary>
    public const string FileName = "contacts.vcf";

    /// <summary>The card, UTF-8; only names and contacts, as an address book on a watched phone is read by others.</summary>
    public static byte[] Write(Provider provider, LanguageTag language)
    {
        var card = new StringBuilder();
        Line("BEGIN:VCARD");
        Line("VERSION:4.0");
        Line("KIND:org");
        Line($"FN:{Escape(provider.Name.In(language).Text)}");
        foreach (var contact in provider.Contacts)
        {
            Line(contact.Kind switch
            {
                ContactKind.Phone or ContactKind.Hotline => $"TEL;VALUE=uri:tel:{contact.Value}",
                ContactKind.Email => $"EMAIL:{Escape(contact.Value)}",
                ContactKind.Website => $"URL:{WebAddress.TryParse(contact.Value)!.AbsoluteUri}",
                ContactKind.Messenger => $"IMPP:{WebAddress.TryParse(contact.Value)!.AbsoluteUri}",
            });
        }

        Line("END:VCARD");
        return Encoding.UTF8.GetBytes(card.ToString());

        void Line(string text) => card.Append(Fold(text)).Append("\r\n");
    }

    // RFC 6350, 3.4.
    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 6350, 3.2: lines of at most 75 octets, continued after a space, never inside a character.
    private static string Fold(string text)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
