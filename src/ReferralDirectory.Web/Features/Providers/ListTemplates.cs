using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The templates of the directory as it stands; they go when it changes.</summary>
public sealed class ListTemplates(HtmlEncoder encoder, ProviderCards cards)
{
    private readonly ConditionalWeakTable<PublishedDirectory, ConcurrentDictionary<Key, ListTemplate>> templates = [];

    /// <summary>The template of the reader's language and country; the first who needs it renders it.</summary>
    /// <param name="context">Of the action.</param>
    /// <param name="isAsked">See <see cref="ProvidersPage.IsAsked"/>.</param>
    /// <param name="facets">Of the answer.</param>
    public async ValueTask<ListTemplate> FindAsync(ControllerContext context, bool isAsked, ProviderFacets facets)
    {
        var services = context.HttpContext.RequestServices;
        var reader = services.GetRequiredService<Reader>();
        var ofDirectory = templates.GetOrCreateValue(reader.Directory);
        var key = new Key(reader.Language.Tag, reader.Country.Slug, isAsked);
        return ofDirectory.TryGetValue(key, out var template)
            ? template
            : ofDirectory.GetOrAdd(key, await RenderAsync(context, reader, isAsked, facets));
    }

    private async Task<ListTemplate> RenderAsync(ControllerContext context, Reader reader, bool isAsked, ProviderFacets facets)
    {
        var services = context.HttpContext.RequestServices;
        var views = services.GetRequiredService<ViewText>();
        var texts = services.GetRequiredService<Texts>();
        var nothing = await views.RenderAsync(context, "Nothing", NothingFound.For(reader, texts));
        var page = await views.RenderAsync(context, "Index", ProvidersPage.For(reader, isAsked));
        var pageTexts = cards.NewTexts(reader, texts);
        return ListTemplate.Cut(
            page,
            nothing,
            pageTexts,
            () => ChoiceList.For(reader, texts, encoder, facets, pageTexts),
            () => new FoundHeading(texts, encoder, pageTexts),
            () => new FoundBy(reader, texts, encoder, pageTexts));
    }

    private sealed record Key(LanguageTag Language, Slug Country, bool IsAsked);
}
