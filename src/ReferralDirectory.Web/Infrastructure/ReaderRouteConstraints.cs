using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Addresses of languages, countries and steps that do not exist match no page, and so are not found.</summary>
internal static class ReaderRouteConstraints
{
    /// <summary>The start of every public page's address.</summary>
    public const string CountryRoot = "{language:language}/{country:country}";

    public static void Add(IDictionary<string, Type> constraints)
    {
        constraints["language"] = typeof(LanguageConstraint);
        constraints["country"] = typeof(CountryConstraint);
        constraints["step"] = typeof(StepConstraint);
    }

    private static string? Text(RouteValueDictionary values, string key) => values[key] as string;

    private sealed class LanguageConstraint(PublishedDirectorySource source) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            source.Current.FindLanguage(Text(values, routeKey)) is not null;
    }

    private sealed class CountryConstraint(PublishedDirectorySource source) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            source.Current.FindCountry(Text(values, routeKey)) is not null;
    }

    /// <summary>The five steps with a page under <c>/steps</c>; the sixth is the list of providers itself.</summary>
    private sealed class StepConstraint : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            StepKeys.FromSlug(Text(values, routeKey)) is { } key && key != StepKey.Providers;
    }
}
