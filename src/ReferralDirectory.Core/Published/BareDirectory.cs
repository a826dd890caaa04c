using ReferralDirectory.Core.Content;

namespace ReferralDirectory.Core.Published;

/// <summary>What a site can say while its database cannot be read.</summary>
public static class BareDirectory
{
    /// <summary>
    /// Languages, countries and their emergency numbers, as the content files say. No provider and no step: who was taken down since, or whose
    /// number was changed, would come back.
    /// </summary>
    public static PublishedDirectory From(ContentSet content) => new(
        content.Languages,
        [],
        [],
        [
            .. content.Countries.Select(country => new PublishedCountry([])
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
}
