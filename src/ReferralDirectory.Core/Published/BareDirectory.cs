using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>What a site can say while its database cannot be read.</summary>
public static class BareDirectory
{
    /// <summary>
    /// Languages, countries and their emergency numbers, as the content files say. No provider and no step: who was taken down since, or whose
    /// number was changed, would come back.
    /// </summary>
    /// <param name="languages">At least one.</param>
    /// <param name="countries">By slug; at least one.</param>
    public static PublishedDirectory From(ImmutableArray<Language> languages, IEnumerable<Country> countries) => new(
        languages,
        [],
        [],
        [
            .. countries.Select(country => new PublishedCountry([])
            {
                Id = country.Id,
                Slug = country.Slug,
                Code = country.Code,
                Name = country.Name,
                EmergencyNumbers = [.. country.EmergencyNumbers.Select(number => new PublishedEmergencyNumber(number.Number, number.Name, number.IsFree))],
                Sources = [],
                Places = [],
                Steps = [],
            }),
        ]);

    /// <summary>Where not even these can be read: English, and no number.</summary>
    /// <param name="country">Its slug, as it is in addresses.</param>
    public static PublishedDirectory Nothing(Slug country)
    {
        var english = LanguageTag.Parse("en");
        return From(
            [new Language { Tag = english, Name = "English", Position = 0, IsRightToLeft = false, InterfaceState = TranslationState.Reviewed }],
            [new Country { Id = Guid.Empty, Slug = country, Code = "", Name = new LocalisedText([new Translation(english, country.Value, TranslationState.Original, null)]) }]);
    }
}
