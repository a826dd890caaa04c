using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Every address of the public site; views and controllers write none by hand.</summary>
public sealed class Links(LanguageTag language, Slug country)
{
    /// <summary>The way out; leads off the site.</summary>
    public const string Exit = "/exit";

    /// <summary>The icon of the tab.</summary>
    public const string Icon = "/favicon.ico";

    /// <summary>The list of pages for search engines.</summary>
    public const string Sitemap = "/sitemap.xml";

    /// <summary>The data for other directories.</summary>
    public const string OpenData = ApiAddress.Root;

    /// <summary>The home page.</summary>
    public string Home { get; } = $"/{language}/{country}";

    /// <summary>How to browse safely.</summary>
    public string Safety => $"{Home}/safety";

    /// <summary>Sources, freshness, privacy, accessibility.</summary>
    public string About => $"{Home}/about";

    /// <summary>The whole list of providers.</summary>
    public string Providers => $"{Home}/providers";

    /// <summary>A step's page.</summary>
    public string Step(StepKey key) => key == StepKey.Providers ? Providers : $"{Home}/steps/{key.Slug()}";

    /// <summary>A provider's page.</summary>
    public string Provider(Slug provider) => $"{Providers}/{provider}";

    /// <summary>A provider's contacts as a file for an address book.</summary>
    public string ProviderCard(Slug provider) => $"{Provider(provider)}/contact.vcf";

    /// <summary>Ends the address of <see cref="Report"/>.</summary>
    public const string ReportEnd = "/report";

    /// <summary>Where a reader reports that a contact did not work.</summary>
    public string Report(Slug provider) => $"{Provider(provider)}{ReportEnd}";

    /// <summary>What a reader who reported something sees.</summary>
    public string Thanks(Slug provider) => $"{Provider(provider)}/thanks";

    /// <summary>The list narrowed to one need, at its first result: on a phone the form alone fills the screen.</summary>
    public string Need(Slug need) => ProvidersFor(new ProviderQuery(), 1, need: need) + "#results";

    /// <summary>A page of the narrowed list.</summary>
    /// <param name="query">What it is narrowed to.</param>
    /// <param name="page">From 1.</param>
    public string ProvidersFor(ProviderQuery query, int page) => ProvidersFor(query, page, query.Need?.Slug);

    /// <summary>The end of the address of such a page, from its question mark.</summary>
    /// <inheritdoc cref="ProvidersFor(ProviderQuery, int)"/>
    public static string Asked(ProviderQuery query, int page) => Asked(query, page, query.Need?.Slug);

    private string ProvidersFor(ProviderQuery query, int page, Slug? need) => Providers + Asked(query, page, need);

    private static string Asked(ProviderQuery query, int page, Slug? need)
    {
        var parameters = new QueryBuilder();
        Add(ProviderParameters.Words, query.Words);
        Add(ProviderParameters.Need, need?.Value);
        Add(ProviderParameters.Place, query.PlaceNotStated ? Place.NotStated.Value : query.Place?.Slug.Value);
        Add(ProviderParameters.Audience, query.Audience?.Slug.Value);
        Add(ProviderParameters.Free, query.FreeOnly ? ProviderParameters.Yes : null);
        Add(ProviderParameters.Page, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return parameters.ToQueryString().Value!;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parameters.Add(name, value);
            }
        }
    }
}
