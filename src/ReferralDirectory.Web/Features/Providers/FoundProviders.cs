using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The part of the list that changes with what is asked.</summary>
public sealed record FoundProviders
{
    /// <summary>Cards on one page of the list.</summary>
    public const int PageSize = 15;

    public required int Total { get; init; }

    public required bool WordsWereCut { get; init; }

    /// <summary>Words that the result does not honour, in one text; null where it honours all.</summary>
    public required string? DroppedWords { get; init; }

    public required IReadOnlyList<FilterChoice> Choices { get; init; }

    public required IReadOnlyList<ProviderCardView> Cards { get; init; }

    public required Pagination Pages { get; init; }

    /// <summary>Where a place was asked for: the list of those whose place is not stated; they are not in the result.</summary>
    public string? PlaceNotStated { get; init; }

    /// <summary>Offered where nothing was found.</summary>
    public required IReadOnlyList<ProviderLine> Hotlines { get; init; }

    /// <inheritdoc cref="Hotlines"/>
    public required IReadOnlyList<NeedTile> Needs { get; init; }

    /// <returns>Null where the list has no such page.</returns>
    public static FoundProviders? For(Reader reader, Texts texts, ProviderFilter filter, ProviderResults results)
    {
        var query = filter.Query;
        var pages = Pagination.For(results.Total, PageSize, filter.Page, page => reader.Links.ProvidersFor(query, page));
        return pages is null ? null : new FoundProviders
        {
            Total = results.Total,
            WordsWereCut = filter.WordsWereCut,
            DroppedWords = results.DroppedWords.IsEmpty || results.Total == 0 ? null : string.Join(", ", results.DroppedWords),
            Choices = FilterChoice.All(reader, query, results.Facets),
            Cards = [.. results.Hits.Select(hit => ProviderCardView.From(hit, reader, texts))],
            Pages = pages,
            PlaceNotStated = query.Place is null || results.Facets.PlaceNotStated == 0
                ? null
                : reader.Links.ProvidersFor(query with { Place = null, PlaceNotStated = true }, 1),
            Hotlines = results.Total == 0 ? ProviderLine.Hotlines(reader, texts) : [],
            Needs = results.Total == 0 ? NeedTile.All(reader) : [],
        };
    }
}
