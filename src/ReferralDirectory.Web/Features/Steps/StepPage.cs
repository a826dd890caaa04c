using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Steps;

public sealed record StepPage : Page
{
    public required StepTextView Text { get; init; }

    public required StepBar Bar { get; init; }

    public required IReadOnlyList<ProviderLine> Providers { get; init; }

    public StepBar.Item? Previous { get; init; }

    public StepBar.Item? Next { get; init; }

    public static StepPage For(Reader reader, StepKey key)
    {
        var step = reader.Country.Step(key);
        var text = step.In(reader.Language.Tag);
        var bar = StepBar.For(reader, key);
        return new StepPage
        {
            Title = text.Title,
            HasUnreviewedText = text.State == TranslationState.Unreviewed,
            Text = StepTextView.From(key, text, reader),
            Bar = bar,
            Providers = [.. reader.Country.Providers.Where(step.IsServedBy).Select(provider => ProviderLine.From(provider, reader))],
            Previous = bar.Items.FirstOrDefault(item => item.Number == (int)key - 1),
            Next = bar.Items.FirstOrDefault(item => item.Number == (int)key + 1),
        };
    }
}
