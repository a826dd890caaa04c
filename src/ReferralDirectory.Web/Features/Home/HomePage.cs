using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Home;

public sealed record HomePage : Page
{
    public required ShownText Country { get; init; }

    public required IReadOnlyList<ProviderLine> Hotlines { get; init; }

    public required IReadOnlyList<EmergencyLine> Emergency { get; init; }

    public required IReadOnlyList<NeedTile> Needs { get; init; }

    public required StepBar Steps { get; init; }

    public static HomePage For(Reader reader, Texts texts) => new()
    {
        Title = texts["Home.Title"],
        Country = reader.Show(reader.Country.Name),
        Hotlines = ProviderLine.Hotlines(reader, texts),
        Emergency = EmergencyLine.All(reader, texts),
        Needs = NeedTile.All(reader),
        Steps = StepBar.For(reader, null),
        HasUnreviewedText = reader.Country.Steps.Any(step => step.In(reader.Language.Tag).State == TranslationState.Unreviewed),
    };
}
