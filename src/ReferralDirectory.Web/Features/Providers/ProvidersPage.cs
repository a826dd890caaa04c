using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

public sealed record ProvidersPage : Page
{
    /// <summary>Cards on one page of the list.</summary>
    public const int Size = 20;

    public required StepTextView Text { get; init; }

    public required StepBar Bar { get; init; }

    public required ProviderForm Form { get; init; }

    public required bool WordsWereCut { get; init; }

    public required int Total { get; init; }

    public required IReadOnlyList<ProviderCardView> Cards { get; init; }

    public required Pagination Pages { get; init; }

    /// <summary>Where a place was asked for: the list of those whose place is not stated; they are not in the result.</summary>
    public string? PlaceNotStated { get; init; }

    /// <summary>Offered where nothing was found.</summary>
    public required IReadOnlyList<ProviderLine> Hotlines { get; init; }

    /// <inheritdoc cref="Hotlines"/>
    public required IReadOnlyList<NeedTile> Needs { get; init; }

    /// <summary>Cards before a page; a page number that no list reaches skips all that a number can say.</summary>
    public static int SkippedBefore(int page) => (int)Math.Min((page - 1L) * Size, int.MaxValue);

    /// <returns>Null where the list has no such page.</returns>
    public static ProvidersPage? For(Reader reader, Texts texts, ProviderFilter filter, ProviderResults found)
    {
        var pages = Pagination.For(found.Total, Size, filter.Page, page => reader.Links.ProvidersFor(filter.Query, page));
        if (pages is null)
        {
            return null;
        }

        var text = reader.Country.Step(StepKey.Providers).In(reader.Language.Tag);
        return new ProvidersPage
        {
            Title = filter.Page == 1 ? text.Title : texts["Providers.TitlePage", text.Title, filter.Page],
            HasUnreviewedText = text.State == TranslationState.Unreviewed,
            Text = StepTextView.From(StepKey.Providers, text, reader),
            Bar = StepBar.For(reader, StepKey.Providers),
            Form = ProviderForm.For(reader, filter.Query),
            WordsWereCut = filter.WordsWereCut,
            Total = found.Total,
            Cards = [.. found.Hits.Select(hit => ProviderCardView.From(hit.Provider, reader))],
            Pages = pages,
            PlaceNotStated = filter.Query.Place is null || reader.Country.Providers.All(provider => !provider.Places.IsEmpty)
                ? null
                : reader.Links.ProvidersFor(filter.Query with { Place = null, PlaceNotStated = true }, 1),
            Hotlines = found.Total == 0 ? ProviderLine.Hotlines(reader) : [],
            Needs = found.Total == 0 ? NeedTile.All(reader) : [],
        };
    }
}
