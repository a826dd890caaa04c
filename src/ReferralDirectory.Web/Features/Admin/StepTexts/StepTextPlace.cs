using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>A step in a language of the site, whether it has a text there or not.</summary>
/// <param name="Country">Of the step.</param>
/// <param name="Step">Which.</param>
/// <param name="Language">In which its text is, or could be.</param>
/// <param name="Text">What is public; null where readers get the original instead.</param>
public sealed record StepTextPlace(PublishedCountry Country, PublishedStep Step, LanguageTag Language, StepText? Text)
{
    public Guid Id => Text?.Id ?? StepText.IdOf(Country.Slug, Step.Key, Language);

    /// <summary>What the others are translated from.</summary>
    public StepText Original => Step.Texts.FirstOrDefault(text => text.State == TranslationState.Original) ?? Step.Texts[0];

    /// <summary>All of a country: step by step, the original first, what is not there yet last.</summary>
    public static IEnumerable<StepTextPlace> Of(PublishedCountry country, PublishedDirectory directory) => country.Steps.SelectMany(step =>
        step.Texts.OrderBy(text => text.State).ThenBy(text => text.Language.Value, StringComparer.Ordinal).Select(text => new StepTextPlace(country, step, text.Language, text))
            .Concat(directory.Languages.Where(language => step.Texts.All(text => text.Language != language.Tag)).Select(language => new StepTextPlace(country, step, language.Tag, null))));

    /// <summary>Null where no step of the site has it.</summary>
    public static StepTextPlace? Find(Guid id, PublishedDirectory directory) =>
        directory.Countries.SelectMany(country => Of(country, directory)).FirstOrDefault(place => place.Id == id);
}
