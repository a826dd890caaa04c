namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Site</c>.</summary>
public sealed class SiteOptions
{
    private static readonly SiteOptions Default = new();

    /// <summary>Where "leave this site" leads: a page that nobody wonders about.</summary>
    public string ExitAddress { get; init; } = "https://www.wikipedia.org/";

    /// <summary>
    /// The site's own address for the sitemap, e.g. <c>https://directory.example</c>. Empty: as the request was addressed.
    /// </summary>
    public string PublicAddress { get; init; } = "";

    /// <summary><see cref="PublicAddress"/>, or as the request was addressed.</summary>
    public Uri AddressFor(HttpRequest request) => new(OriginOf(request));

    /// <summary>The country that the front door leads to, by slug. Empty: the first.</summary>
    public string Country { get; init; } = "";

    /// <summary>The clock by which staff read times: an IANA name, by default that of the content which comes with the software.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    /// <summary>Seconds for which a CDN in front may keep a public page; 0 forbids it.</summary>
    public int CdnCacheSeconds { get; init; } = 1;

    /// <summary>Memory for rendered pages, in megabytes.</summary>
    public int PageCacheMegabytes { get; init; } = 64;

    /// <summary>The value of <c>CDN-Cache-Control</c> for a page that may be kept.</summary>
    internal string CdnCaching { get => field ??= CdnCacheSeconds > 0 ? $"public, max-age={CdnCacheSeconds}" : "no-store"; }

    /// <summary>Scheme and host of the site's addresses, without a slash at the end.</summary>
    internal string OriginOf(HttpRequest request) => PublicAddress.Length > 0 ? PublicAddress.TrimEnd('/') : $"{request.Scheme}://{request.Host}";

    /// <param name="configuration">All settings.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static SiteOptions Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Site", nameof(ExitAddress), nameof(PublicAddress), nameof(Country), nameof(TimeZone), nameof(CdnCacheSeconds), nameof(PageCacheMegabytes));
        var options = new SiteOptions
        {
            ExitAddress = section.Text(nameof(ExitAddress), Default.ExitAddress),
            PublicAddress = section.Text(nameof(PublicAddress), Default.PublicAddress),
            Country = section.Text(nameof(Country), Default.Country),
            TimeZone = section.Text(nameof(TimeZone), Default.TimeZone),
            CdnCacheSeconds = section.Number(nameof(CdnCacheSeconds), Default.CdnCacheSeconds, 0, 3600, "seconds"),
            PageCacheMegabytes = section.Number(nameof(PageCacheMegabytes), Default.PageCacheMegabytes, 1, 16384, "megabytes"),
        };
        // Defaults are not looked at: a start does without what that takes.
        section.Require(options.ExitAddress == Default.ExitAddress || IsWebAddress(options.ExitAddress), nameof(ExitAddress), "it must be an address that starts with https:// or http://.");
        section.Require(
            options.PublicAddress.Length == 0 || (IsWebAddress(options.PublicAddress) && new Uri(options.PublicAddress).PathAndQuery == "/"),
            nameof(PublicAddress),
            "it must be scheme and host only, such as https://directory.example.");
        section.Require(options.TimeZone == Default.TimeZone || TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), nameof(TimeZone), "it must be the name of a time zone, such as Europe/Moscow.");
        return options;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
