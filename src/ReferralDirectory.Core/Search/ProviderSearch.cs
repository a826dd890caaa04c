using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search;

/// <summary>Finds providers of a country.</summary>
public sealed class ProviderSearch
{
    // Goes with the provider: a new directory has new providers, and the old ones take their texts along.
    private readonly ConditionalWeakTable<Provider, string> foldedTexts = [];

    /// <summary>
    /// Providers that meet every part of the query, in the order of their slugs. Words are met where each of them is
    /// contained in the provider's names, its places, or its types, in any language; case, accents and ё do not count.
    /// </summary>
    public ImmutableArray<Provider> Find(PublishedCountry country, ProviderQuery query)
    {
        var words = TextFolding.Fold(query.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. country.Providers.Where(provider => Meets(provider, query) && words.All(Text(provider).Contains))];
    }

    // Need and audience must meet in one service: help for children is not help for women of the same organisation.
    private static bool Meets(Provider provider, ProviderQuery query) =>
        provider.Services.Any(service =>
            (query.Need is null || service.Types.Contains(query.Need))
            && (query.Audience is null || service.Audiences.Contains(query.Audience)))
        && (query.Place is null || provider.Places.Contains(query.Place))
        && (!query.PlaceNotStated || provider.Places.IsEmpty)
        && (!query.FreeOnly || provider.HasFreePhone);

    private string Text(Provider provider) => foldedTexts.GetValue(provider, FoldTexts);

    private static string FoldTexts(Provider provider) => string.Join('|',
        Texts(provider.Name)
            .Concat(provider.AlsoKnownAs)
            .Concat(provider.Places.Concat(provider.Types).SelectMany(term => Texts(term.Name).Concat(Texts(term.Need)).Concat(term.Words.SelectMany(words => words.Words))))
            .Select(TextFolding.Fold));

    private static IEnumerable<string> Texts(LocalisedText text) => text.Translations.Select(translation => translation.Text);
}
