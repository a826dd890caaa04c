using System.Collections.Immutable;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Content.Shipped;

/// <summary>The content that is shipped, as the build put it beside the tests. Nobody may change what it hands out.</summary>
internal static class ShippedContent
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data");

    private static readonly Lazy<ContentSet> Content = new(() => ContentReader.Read(Folder));

    public static LanguageTag English { get; } = LanguageTag.Parse("en");

    public static LanguageTag Russian { get; } = LanguageTag.Parse("ru");

    public static ContentSet All => Content.Value;

    public static Country Russia => All.Countries.Single(country => country.Slug.Value == "russian-federation");

    public static IEnumerable<StepText> StepTexts => Russia.Steps.SelectMany(step => step.Texts);

    public static StepText StepText(StepKey key, LanguageTag language) =>
        Russia.Steps.Single(step => step.Key == key).Texts.Single(text => text.Language == language);

    /// <summary>Every text that exists in several languages, step texts aside.</summary>
    public static ImmutableArray<LocalisedText> LocalisedTexts =>
    [
        .. All.AssistanceTypes.SelectMany(type => new[] { type.Name, type.Need }),
        .. All.Audiences.Select(audience => audience.Name),
        Russia.Name,
        .. Russia.EmergencyNumbers.Select(number => number.Name),
        .. Russia.Sources.Select(source => source.Name),
        .. Russia.Places.Select(place => place.Name),
        .. Russia.Organisations.Select(organisation => organisation.Name),
        .. Russia.Organisations.SelectMany(organisation => organisation.Services).Select(service => service.Description),
    ];
}
