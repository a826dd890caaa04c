using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Steps;

public sealed record StepPage : Page
{
    public required StepTextView Text { get; init; }

    public required StepBar Bar { get; init; }

    public required IReadOnlyList<ProviderLine> Providers { get; init; }

    public static StepPage For(Reader reader, Texts texts, StepKey key)
    {
        var step = reader.Country.Step(key);
        var text = step.In(reader.Language.Tag);
        return new StepPage
        {
            Title = text.Title,
            HasUnreviewedText = text.State == TranslationState.Unreviewed,
            Text = StepTextView.From(key, text, reader),
            Bar = StepBar.For(reader, key),
            Providers = [.. reader.Country.Providers.Where(step.IsServedBy).Take(ProviderLine.MostOnAPage).Select(provider => ProviderLine.From(provider, reader, texts))],
        };
    }
}
