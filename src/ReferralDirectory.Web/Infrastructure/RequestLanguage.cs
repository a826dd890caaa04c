using System.Globalization;
using Microsoft.Net.Http.Headers;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure.Staff;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Settles for whom the page is made, before anything can fail, so that an error page speaks the reader's language, too:
/// language and country of the address, else the language the browser asks for and the site's first country. In the admin area
/// and for the open data, whose addresses have no language, what was chosen comes first.
/// </summary>
public sealed class RequestLanguage(RequestDelegate next, PublishedDirectorySource source, SiteOptions options)
{
    /// <summary>How long the admin area remembers which language was chosen.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Not a parameter: of a method with more than the context, an expression would be compiled at the start.
        var reader = context.RequestServices.GetRequiredService<Reader>();
        var directory = source.Current;
        var path = context.Request.Path.Value?.Split('/', 4) ?? [];
        var addressed = directory.FindLanguage(path.ElementAtOrDefault(1));
        if (addressed is null)
        {
            // As it starts: an error on the way clears what was set before.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
                return Task.CompletedTask;
            });
        }

        var chosen = directory.FindLanguage(StaffDoor.IsBefore(context.Request.Path) ? context.Request.Cookies[StaffCookies.Language]
            : ApiAddress.IsIn(context.Request.Path) ? context.Request.Query[ApiAddress.Language].FirstOrDefault()
            : (string?)null);
        var language = addressed ?? chosen ?? Preferred(directory, context.Request);
        var country = directory.FindCountry(path.ElementAtOrDefault(2)) ?? directory.FindCountry(options.Country) ?? directory.Countries[0];
        reader.Set(directory, language, country, options.TimeZone);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Tag.Value);
        return next(context);
    }

    private static Language Preferred(PublishedDirectory directory, HttpRequest request)
    {
        // A header that cannot be read asks for nothing.
        var wanted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var list) ? list : [];
        return wanted
            .Where(item => item.Quality is not 0)
            .OrderByDescending(item => item.Quality ?? 1)
            .Select(item => directory.FindLanguage(item.Value.Value?.Split('-')[0]) ?? directory.FindLanguage(item.Value.Value))
            .FirstOrDefault(language => language is not null)
            ?? directory.Languages[0];
    }
}
