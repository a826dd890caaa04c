namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// A page that is the same for everyone in a language: it is kept in memory, and a CDN may keep it, too. It depends on its
/// address and on the directory, and on nothing else of the request.
/// </summary>
/// <param name="template">The address below the country.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicPageAttribute(string template = "") : PageRouteAttribute(ReaderRouteConstraints.CountryRoot + template);
