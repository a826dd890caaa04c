using System.ComponentModel.DataAnnotations;

namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>Where "leave this site" leads: a page that nobody wonders about.</summary>
    public string ExitAddress { get; init; } = "https://www.wikipedia.org/";

    /// <summary>
    /// The site's own address for the sitemap, e.g. <c>https://directory.example</c>. Empty: as the request was addressed.
    /// </summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>The country that the front door leads to, by slug. Empty: the first.</summary>
    public string Country { get; init; } = "";

    /// <summary>Seconds for which a CDN in front may keep a public page; 0 forbids it.</summary>
    [Range(0, 3600, ErrorMessage = "it must be a number of seconds from 0 to 3600.")]
    public int CdnCacheSeconds { get; init; } = 60;

    /// <summary>Memory for rendered pages, in megabytes.</summary>
    [Range(1, 16384, ErrorMessage = "it must be a number of megabytes from 1 to 16384.")]
    public int PageCacheMegabytes { get; init; } = 64;

    /// <summary>The value of <c>CDN-Cache-Control</c> for a page that may be kept.</summary>
    internal string CdnCaching { get => field ??= CdnCacheSeconds > 0 ? $"public, max-age={CdnCacheSeconds}" : "no-store"; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsWebAddress(ExitAddress))
        {
            yield return new ValidationResult("it must be an address that starts with https:// or http://.", [nameof(ExitAddress)]);
        }

        if (PublicAddress.Length > 0 && (!IsWebAddress(PublicAddress) || new Uri(PublicAddress).PathAndQuery != "/"))
        {
            yield return new ValidationResult("it must be scheme and host only, such as https://directory.example.", [nameof(PublicAddress)]);
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
