using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>Answers with the list: its page, or for the script only what changes in it.</summary>
/// <param name="answer">What to show.</param>
/// <param name="isWhole">The page.</param>
/// <param name="reader">Who asked.</param>
/// <param name="texts">Of the reader's language.</param>
public sealed class ListResult(ListAnswer answer, bool isWhole, Reader reader, Texts texts) : IActionResult
{
    /// <summary>Called by the framework.</summary>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var query = answer.Filter.Query;
        var templates = context.HttpContext.RequestServices.GetRequiredService<ListTemplates>();
        var template = await templates.FindAsync((ControllerContext)context, reader, texts, query != new ProviderQuery(), answer.Results.Facets);
        using var page = template.NewPage(isWhole);
        var fill = new Filling(page, answer, template, templates.Found(reader, texts), templates.Encoder, reader, texts);
        if (isWhole)
        {
            template.Write(page, fill.Write);
        }
        else
        {
            fill.WriteFragment();
        }

        // A page without words is kept, and compressed better, by who asked for it.
        await page.WriteAsync(context.HttpContext, compress: !isWhole || query.Words.Length > 0);
    }

    private sealed class Filling(FreshPage whole, ListAnswer answer, ListTemplate template, FoundHtml found, HtmlEncoder encoder, Reader reader, Texts texts)
    {
        private readonly Utf8Writer page = whole.New;

        public void Write(ListSlot slot)
        {
            var filter = answer.Filter;
            switch (slot)
            {
                case ListSlot.Title:
                    var title = reader.Country.Step(StepKey.Providers).In(reader.Language.Tag).Title;
                    encoder.Encode(page, filter.Page == 1 ? title : texts["Providers.TitlePage", title, filter.Page]);
                    break;
                case ListSlot.Asked:
                    encoder.Encode(page, Links.Asked(filter.Query, filter.Page));
                    break;
                case ListSlot.Words:
                    encoder.Encode(page, filter.Query.Words);
                    break;
                case ListSlot.Choices:
                    template.Choices.Write(whole, filter.Query, answer.Results.Facets);
                    break;
                case ListSlot.Free:
                    page.Write(filter.Query.FreeOnly ? "checked" : "");
                    break;
                case ListSlot.Found:
                    found.Write(whole, answer, template);
                    break;
            }
        }

        public void WriteFragment()
        {
            page.Write("<!doctype html>\n<title>");
            encoder.Encode(page, texts["Site.Name"]);
            page.Write("</title>\n");
            Write(ListSlot.Choices);
            page.Write("<div id=\"found\">\n");
            Write(ListSlot.Found);
            page.Write("\n</div>\n");
        }
    }
}
