using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Whom a page is made for: the language and country of its address, and the directory as it stands at this request.</summary>
public sealed class Reader
{
    private Links? links;

    /// <summary>The directory; the same throughout one request, even when it changes meanwhile.</summary>
    public PublishedDirectory Directory { get; private set; } = null!;

    /// <summary>The page's language.</summary>
    public Language Language { get; private set; } = null!;

    /// <summary>The page's country.</summary>
    public PublishedCountry Country { get; private set; } = null!;

    /// <summary>The clock by which staff read times.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Addresses of pages in this language and country.</summary>
    public Links Links => links ??= new Links(Language.Tag, Country.Slug);

    /// <summary>Every term that a provider of the country may have.</summary>
    public IEnumerable<PublishedTerm> Terms => [.. Directory.AssistanceTypes, .. Directory.Audiences, .. Country.Places];

    /// <summary>The text, and its language where that is not the page's.</summary>
    public ShownText Show(LocalisedText text) => Show(text.In(Language.Tag));

    /// <inheritdoc cref="Show(LocalisedText)"/>
    public ShownText Show(Translation text) => new(text.Text, text.Language == Language.Tag ? null : text.Language.Value);

    /// <summary>The same reader on pages of another country.</summary>
    public Reader In(PublishedCountry country) => new() { Directory = Directory, Language = Language, Country = country, TimeZone = TimeZone };

    internal void Set(PublishedDirectory directory, Language language, PublishedCountry country, string timeZone)
    {
        Directory = directory;
        Language = language;
        Country = country;
        TimeZone = timeZone;
    }
}
