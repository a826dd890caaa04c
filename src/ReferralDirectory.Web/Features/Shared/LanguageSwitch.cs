using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>The same page in the site's other languages, and the site's other countries.</summary>
public sealed class LanguageSwitch(Reader reader)
{
    /// <summary>Every language but the page's own.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="page">What is shown.</param>
    public IEnumerable<Item> Others(HttpRequest request, Page page)
    {
        var rest = page.IsInEveryLanguage ? (page.Path ?? request.Path.Value!).Split('/', 3)[2] : null;
        return reader.Directory.Languages.Where(language => language.Tag != reader.Language.Tag).Select(language => new Item(
            language.Tag.Value,
            language.Name,
            rest is not null ? $"/{language.Tag}/{rest}{page.Asked}" : new Links(language.Tag, reader.Country.Slug).Home));
    }

    /// <summary>Home pages of the other countries.</summary>
    public IReadOnlyList<CountryItem> OtherCountries() =>
        [.. reader.Directory.Countries
            .Where(country => country != reader.Country)
            .Select(country => new CountryItem(reader.Show(country.Name), new Links(reader.Language.Tag, country.Slug).Home))];

    public sealed record CountryItem(ShownText Name, string Href);

    public sealed record Item(string Tag, string Name, string Href);
}
