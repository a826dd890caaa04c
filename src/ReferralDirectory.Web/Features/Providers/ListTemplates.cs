using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The templates of the directory as it stands; they go when it changes.</summary>
public sealed class ListTemplates(HtmlEncoder encoder, ProviderCards cards)
{
    private readonly ConditionalWeakTable<PublishedDirectory, ConcurrentDictionary<Key, ListTemplate>> templates = [];

    /// <summary>Of the site.</summary>
    public HtmlEncoder Encoder => encoder;

    /// <summary>Writes what changes, for one reader.</summary>
    public FoundHtml Found(Reader reader, Texts texts) => new(reader, texts, encoder, cards);

    /// <summary>The template of the reader's language and country; the first who needs it renders it.</summary>
    /// <param name="context">Of the action.</param>
    /// <param name="reader">Who asked.</param>
    /// <param name="texts">Of the reader's language.</param>
    /// <param name="isAsked">See <see cref="ProvidersPage.IsAsked"/>.</param>
    /// <param name="facets">Of the answer.</param>
    public async ValueTask<ListTemplate> FindAsync(ControllerContext context, Reader reader, Texts texts, bool isAsked, ProviderFacets facets)
    {
        var ofDirectory = templates.GetOrCreateValue(reader.Directory);
        var key = new Key(reader.Language.Tag, reader.Country.Slug, isAsked);
        return ofDirectory.TryGetValue(key, out var template)
            ? template
            : ofDirectory.GetOrAdd(key, await RenderAsync(context, reader, texts, isAsked, facets));
    }

    private async Task<ListTemplate> RenderAsync(ControllerContext context, Reader reader, Texts texts, bool isAsked, ProviderFacets facets)
    {
        var views = context.HttpContext.RequestServices.GetRequiredService<ViewText>();
        var nothing = await views.RenderAsync(context, "Nothing", NothingFound.For(reader, texts));
        var page = await views.RenderAsync(context, "Index", ProvidersPage.For(reader, isAsked));
        var samples = cards.SamplesFor(reader, texts);
        var pageTexts = ProviderCards.NewTexts([.. reader.Terms.Select(term => TermList.HtmlOf(reader.Show(term.Name), encoder))], samples);
        return ListTemplate.Cut(
            page,
            nothing,
            pageTexts,
            () => ChoiceList.For(reader, texts, encoder, facets, pageTexts),
            () => new FoundHeading(texts, encoder, pageTexts),
            () => new FoundBy(reader, texts, encoder, pageTexts),
            samples);
    }

    private sealed record Key(LanguageTag Language, Slug Country, bool IsAsked);
}
