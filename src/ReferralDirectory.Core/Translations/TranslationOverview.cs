using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Translations;

/// <summary>How every text stands that the public sees and staff can translate, in every language of the site.</summary>
public sealed class TranslationOverview
{
    // Hashing every original takes microseconds for each: once for a directory, and not for each page that counts.
    private readonly ConditionalWeakTable<PublishedDirectory, StrongBox<ImmutableArray<SubjectTranslation>>> known = [];

    /// <summary>What the actor may read: steps and terms, then organisations by country and slug. Reads no database.</summary>
    public IEnumerable<SubjectTranslation> For(Actor actor, PublishedDirectory directory) =>
        known.GetValue(directory, static directory => new([.. All(directory)])).Value.Where(entry => actor.MayRead(entry.Subject, entry.CountryId));

    private static IEnumerable<SubjectTranslation> All(PublishedDirectory directory) =>
        directory.Languages.SelectMany(language => Of(directory, language.Tag)).Where(entry => !entry.Texts.IsEmpty);

    private static IEnumerable<SubjectTranslation> Of(PublishedDirectory directory, LanguageTag language)
    {
        foreach (var country in directory.Countries)
        {
            foreach (var step in country.Steps)
            {
                yield return OfStep(country, step, language);
            }
        }

        foreach (var type in directory.AssistanceTypes)
        {
            yield return OfTerm(SubjectKind.AssistanceType, type, language, (nameof(type.Name), type.Name), (nameof(type.Need), type.Need));
        }

        foreach (var audience in directory.Audiences)
        {
            yield return OfTerm(SubjectKind.Audience, audience, language, (nameof(audience.Name), audience.Name));
        }

        foreach (var country in directory.Countries)
        {
            foreach (var provider in country.Providers)
            {
                yield return new SubjectTranslation(new Subject(SubjectKind.Organisation, provider.Id), country.Id, provider.Name, language, States(language, TextsOf(provider)));
            }
        }
    }

    private static SubjectTranslation OfStep(PublishedCountry country, PublishedStep step, LanguageTag language)
    {
        var original = step.Texts.FirstOrDefault(text => text.State == TranslationState.Original);
        var text = step.Texts.FirstOrDefault(text => text.Language == language);
        return new SubjectTranslation(
            new Subject(SubjectKind.StepText, text?.Id ?? StepText.IdOf(country.Slug, step.Key, language)),
            country.Id,
            new LocalisedText(step.Texts.Select(text => new Translation(text.Language, text.Title, text.State, text.OfHash))),
            language,
            original is null || text == original ? [] : [("", State(text?.State, text?.OfHash, original.Content))]);
    }

    private static SubjectTranslation OfTerm(SubjectKind kind, PublishedTerm term, LanguageTag language, params (string, LocalisedText?)[] texts) =>
        new(new Subject(kind, term.Id), null, term.Name, language, States(language, texts));

    private static IEnumerable<(string, LocalisedText?)> TextsOf(Provider provider) =>
    [
        (nameof(provider.Name), provider.Name),
        (nameof(provider.PublicAddress), provider.PublicAddress),
        .. provider.Services.SelectMany(service => new[] { ("Services.Description", service.Description), ("Services.Eligibility", service.Eligibility) }),
        .. provider.OpeningHours?.Exceptions.Select(exception => ("OpeningHours.Exceptions.Note", exception.Note)) ?? [],
    ];

    private static ImmutableArray<(string, TextTranslationState)> States(LanguageTag language, IEnumerable<(string Field, LocalisedText? Text)> texts)
    {
        var states = ImmutableArray.CreateBuilder<(string, TextTranslationState)>();
        foreach (var (field, text) in texts)
        {
            if (text?.Translations.FirstOrDefault(translation => translation.State == TranslationState.Original) is { } original && original.Language != language)
            {
                var translation = text.Translations.FirstOrDefault(translation => translation.Language == language);
                states.Add((field, State(translation?.State, translation?.OfHash, original.Text)));
            }
        }

        return states.DrainToImmutable();
    }

    private static TextTranslationState State(TranslationState? state, string? ofHash, string original) =>
        state is not { } given ? TextTranslationState.Missing
        : Translation.IsOutdated(given, ofHash, original) ? TextTranslationState.Outdated
        : given == TranslationState.Reviewed ? TextTranslationState.Reviewed
        : TextTranslationState.Unreviewed;
}
