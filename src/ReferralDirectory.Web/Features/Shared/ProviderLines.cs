using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>
/// A short list of providers. Writes itself: it is on the first page of a start, where a partial view costs more than all its lines.
/// </summary>
public sealed class ProviderLines(IReadOnlyList<ProviderLine> lines) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<ul class=\"lines\">\n");
        foreach (var line in lines)
        {
            Write(line, writer, encoder);
        }

        writer.Write("</ul>\n");
    }

    private static void Write(ProviderLine line, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("    <li>\n      <span class=\"who\">");
        HtmlLink.Write(line.Href, line.Name, writer, encoder);
        foreach (var place in line.Places)
        {
            writer.Write("        <small");
            HtmlLink.WriteLang(place, writer, encoder);
            writer.Write('>');
            encoder.Encode(writer, place.Text);
            writer.Write("</small>\n");
        }

        writer.Write("</span>\n");
        foreach (var phone in line.Phones)
        {
            phone.WriteTo(writer, encoder);
        }

        writer.Write("    </li>\n");
    }
}
