using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>A line of terms under a label; nothing where there are none. Writes itself, as <see cref="PhoneLink"/> does.</summary>
public sealed record TermList(string Label, IReadOnlyList<ShownText> Terms) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (Terms.Count == 0)
        {
            return;
        }

        writer.Write("<p class=\"fact\"><b>");
        encoder.Encode(writer, Label);
        writer.Write("</b>");
        for (var i = 0; i < Terms.Count; i++)
        {
            writer.Write(i == 0 ? " " : "; ");
            Write(Terms[i], writer, encoder);
        }

        writer.Write("</p>");
    }

    private static void Write(ShownText term, TextWriter writer, HtmlEncoder encoder)
    {
        if (term.Lang is null)
        {
            encoder.Encode(writer, term.Text);
            return;
        }

        writer.Write("<span lang=\"");
        encoder.Encode(writer, term.Lang);
        writer.Write("\">");
        encoder.Encode(writer, term.Text);
        writer.Write("</span>");
    }
}
