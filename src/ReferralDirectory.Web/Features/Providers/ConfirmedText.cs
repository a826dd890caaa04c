using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>When, by whom and how something was last checked, or that it was not. Writes itself, as a card of the list does.</summary>
/// <param name="Sentence">Without white space around it.</param>
/// <param name="IsStale">It was so long ago that it must catch the eye; the sentence says so, too.</param>
public sealed record ConfirmedText(string Sentence, bool IsStale) : IHtmlContent
{
    public static ConfirmedText Of(PublishedConfirmation? confirmation, Texts texts) => confirmation switch
    {
        null => new(texts["Provider.NotConfirmed"], false),
        { IsStale: true } => new(texts["Provider.Stale", texts[$"Provider.Confirmed.{confirmation.How}", confirmation.At]], true),
        _ => new(texts[$"Provider.Confirmed.{confirmation.How}", confirmation.At], false),
    };

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(IsStale ? "<p class=\"fact confirmed stale\">" : "<p class=\"fact confirmed\">");
        encoder.Encode(writer, Sentence);
        writer.Write("</p>");
    }
}
