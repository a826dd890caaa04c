using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>A line of terms under a label; nothing where there are none. Writes itself, as <see cref="PhoneLink"/> does.</summary>
public sealed record TermList(string Label, IReadOnlyList<ShownText> Terms) : IHtmlContent
{
    /// <summary>Stands between two terms.</summary>
    public const string Between = "; ";

    /// <summary>Follows the last term.</summary>
    public const string End = "</p>";

    /// <summary>What precedes the first term.</summary>
    public static string StartOf(string label, HtmlEncoder encoder) => $"<p class=\"fact\"><b>{encoder.Encode(label)}</b> ";

    /// <summary>A term in a line.</summary>
    public static string HtmlOf(ShownText term, HtmlEncoder encoder) => term.Lang is null
        ? encoder.Encode(term.Text)
        : $"<span lang=\"{encoder.Encode(term.Lang)}\">{encoder.Encode(term.Text)}</span>";

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (Terms.Count > 0)
        {
            writer.Write(StartOf(Label, encoder));
            writer.Write(string.Join(Between, Terms.Select(term => HtmlOf(term, encoder))));
            writer.Write(End);
        }
    }
}
