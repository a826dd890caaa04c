using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>Needs to choose from. Writes itself, as <see cref="ProviderLines"/> does.</summary>
public sealed class NeedTiles(IReadOnlyList<NeedTile> tiles) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<ul class=\"tiles\">\n");
        foreach (var tile in tiles)
        {
            writer.Write("    <li>");
            HtmlLink.Write(tile.Href, tile.Need, writer, encoder);
            writer.Write("</li>\n");
        }

        writer.Write("</ul>\n");
    }
}
