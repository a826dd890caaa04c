using System.Text.Encodings.Web;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>Writes the part of the list that changes with what is asked.</summary>
public sealed class FoundHtml(Reader reader, Texts texts, HtmlEncoder encoder, ProviderCards cards)
{
    /// <summary>Writes it.</summary>
    public void Write(FreshPage whole, ListAnswer answer, ListTemplate template)
    {
        var page = whole.New;
        var (filter, results, pages) = answer;
        if (filter.WordsWereCut)
        {
            Paragraph(page, texts["Providers.WordsCut", ProviderQuery.WordsMaxLength]);
        }

        if (!results.DroppedWords.IsEmpty && results.Total > 0)
        {
            Paragraph(page, texts["Providers.WordsDropped", string.Join(", ", results.DroppedWords)]);
        }

        template.Heading.Write(whole, results.Total);
        if (results.Total == 0)
        {
            whole.Add(template.Nothing);
        }

        page.Write("<ul class=\"cards\">\n"u8);
        foreach (var hit in results.Hits)
        {
            var (before, after) = cards.Of(hit.Provider, reader, texts, template.Texts);
            whole.Add(before);
            template.FoundBy.Write(whole, hit.Reasons);
            whole.Add(after);
        }

        page.Write("</ul>\n"u8);
        if (filter.Query.Place is not null && results.Facets.PlaceNotStated > 0)
        {
            page.Write("<p>"u8);
            Link(page, reader.Links.ProvidersFor(filter.Query with { Place = null, PlaceNotStated = true }, 1), "", texts["Providers.ShowPlaceNotStated"]);
            page.Write("</p>\n"u8);
        }

        Turn(page, pages);
    }

    private void Turn(Utf8Writer page, Pagination pages)
    {
        if (pages.Count == 1)
        {
            return;
        }

        page.Write("<nav class=\"turn\" aria-label=\""u8);
        encoder.Encode(page, texts["Providers.Pages"]);
        page.Write("\">"u8);
        if (pages.Previous is { } previous)
        {
            Link(page, previous, " rel=\"prev\"", texts["Providers.PreviousPage"]);
        }

        page.Write("<span>"u8);
        encoder.Encode(page, texts["Providers.PageOf", pages.Current, pages.Count]);
        page.Write("</span>"u8);
        if (pages.Next is { } next)
        {
            Link(page, next, " rel=\"next\"", texts["Providers.NextPage"]);
        }

        page.Write("</nav>\n"u8);
    }

    private void Paragraph(Utf8Writer page, string note)
    {
        page.Write("<p class=\"note\">"u8);
        encoder.Encode(page, note);
        page.Write("</p>\n"u8);
    }

    private void Link(Utf8Writer page, string href, string attributes, string text)
    {
        page.Write("<a href=\""u8);
        encoder.Encode(page, href);
        page.Write("\""u8);
        page.Write(attributes);
        page.Write(">"u8);
        encoder.Encode(page, text);
        page.Write("</a>\n"u8);
    }
}
