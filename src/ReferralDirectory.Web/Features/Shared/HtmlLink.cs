using System.Text.Encodings.Web;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>Writes links with a text of the directory, for lists that write themselves.</summary>
internal static class HtmlLink
{
    public static void Write(string address, ShownText text, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<a href=\"");
        encoder.Encode(writer, address);
        writer.Write('"');
        WriteLang(text, writer, encoder);
        writer.Write('>');
        encoder.Encode(writer, text.Text);
        writer.Write("</a>");
    }

    /// <summary>The attribute that names the text's language, where it is not the page's.</summary>
    public static void WriteLang(ShownText text, TextWriter writer, HtmlEncoder encoder)
    {
        if (text.Lang is not null)
        {
            writer.Write(" lang=\"");
            encoder.Encode(writer, text.Lang);
            writer.Write('"');
        }
    }
}
