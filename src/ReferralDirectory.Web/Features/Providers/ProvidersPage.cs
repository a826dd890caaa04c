using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The list's page with its slots empty: rendered once per language, see <see cref="ListTemplate"/>.</summary>
public sealed record ProvidersPage : Page
{
    public required StepTextView Text { get; init; }

    public required StepBar Bar { get; init; }

    /// <summary>Something was asked for: the way back to the whole list is offered, and the step's text is left out.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>What stands in a slot until it is filled.</summary>
    public string this[ListSlot slot] => ListTemplate.MarkOf(slot);

    public static ProvidersPage For(Reader reader, bool isAsked)
    {
        var text = reader.Country.Step(StepKey.Providers).In(reader.Language.Tag);
        return new ProvidersPage
        {
            Title = ListTemplate.MarkOf(ListSlot.Title),
            // The first who needs the template may be the script, which asks elsewhere.
            Path = reader.Links.Providers,
            Asked = ListTemplate.MarkOf(ListSlot.Asked),
            HasUnreviewedText = text.State == TranslationState.Unreviewed,
            Text = StepTextView.From(StepKey.Providers, text, reader),
            Bar = StepBar.For(reader, StepKey.Providers),
            IsAsked = isAsked,
        };
    }
}
