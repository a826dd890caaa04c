using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Markdown of the directory as HTML: no HTML of its own, and no links. Texts have none; one that was slipped in, however it was written,
/// stays as words.
/// </summary>
public static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <param name="text">Markdown.</param>
    /// <returns>Safe to write into a page.</returns>
    public static IHtmlContent ToHtml(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new HtmlString(writer.ToString());
    }
}
