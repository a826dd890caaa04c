using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>
/// A number to tap. Writes itself: a list has a number on every line, and a partial view for each costs more than all else.
/// </summary>
/// <param name="Href">A <c>tel:</c> address.</param>
/// <param name="Number">In national grouping.</param>
/// <param name="Marks">What is known of it: that the source calls it a hotline, that it is free to call.</param>
public sealed record PhoneLink(string Href, string Number, IReadOnlyList<string> Marks) : IHtmlContent
{
    public static PhoneLink From(PublishedContact contact, Texts texts) =>
        new(Dial(contact.Value), contact.Phone!.National, MarksOf(contact.Kind == ContactKind.Hotline, contact.Phone.IsFree, texts));

    public static PhoneLink From(PublishedEmergencyNumber number, Texts texts) =>
        new(Dial(number.Number), number.Number, MarksOf(isHotline: false, number.IsFree, texts));

    public static IReadOnlyList<PhoneLink> AllOf(Provider provider, Texts texts) => [.. provider.Phones.Select(contact => From(contact, texts))];

    /// <summary>The address that calls a number (RFC 3966).</summary>
    public static string Dial(string number) => $"tel:{number}";

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<a class=\"phone\" href=\"");
        encoder.Encode(writer, Href);
        writer.Write("\"><b dir=\"ltr\">");
        encoder.Encode(writer, Number);
        writer.Write("</b>");
        foreach (var mark in Marks)
        {
            writer.Write(" <small>");
            encoder.Encode(writer, mark);
            writer.Write("</small>");
        }

        writer.Write("</a>");
    }

    private static string[] MarksOf(bool isHotline, bool isFree, Texts texts) => (isHotline, isFree) switch
    {
        (true, true) => [texts["Phone.Hotline"], texts["Phone.Free"]],
        (true, false) => [texts["Phone.Hotline"]],
        (false, true) => [texts["Phone.Free"]],
        (false, false) => [],
    };
}
