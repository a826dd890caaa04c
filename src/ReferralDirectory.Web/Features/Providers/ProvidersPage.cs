using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

public sealed record ProvidersPage : Page
{
    public required StepTextView Text { get; init; }

    public required StepBar Bar { get; init; }

    /// <summary>What was asked, for the form to keep.</summary>
    public required ProviderQuery Query { get; init; }

    public required FoundProviders Found { get; init; }

    public static ProvidersPage For(Reader reader, Texts texts, ProviderFilter filter, FoundProviders found)
    {
        var text = reader.Country.Step(StepKey.Providers).In(reader.Language.Tag);
        return new ProvidersPage
        {
            Title = filter.Page == 1 ? text.Title : texts["Providers.TitlePage", text.Title, filter.Page],
            HasUnreviewedText = text.State == TranslationState.Unreviewed,
            Text = StepTextView.From(StepKey.Providers, text, reader),
            Bar = StepBar.For(reader, StepKey.Providers),
            Query = filter.Query,
            Found = found,
        };
    }
}
