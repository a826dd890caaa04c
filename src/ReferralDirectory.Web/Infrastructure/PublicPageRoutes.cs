using Microsoft.AspNetCore.Routing.Template;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Finds the endpoint of a public page before routing, which then leaves it alone. Routing answers nothing before it has built and
/// compiled a table of every address of the site: a tenth of a start, while the first reader waits. It is built when somebody asks for
/// anything else.
/// </summary>
public sealed class PublicPageRoutes(RequestDelegate next, EndpointDataSource endpoints, ParameterPolicyFactory policies)
{
    private Route[]? routes;

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            // Two callers may both read them; they are the same.
            foreach (var route in routes ??= Read())
            {
                var values = new RouteValueDictionary();
                if (route.Matches(context, values))
                {
                    context.SetEndpoint(route.Endpoint);
                    context.Request.RouteValues = values;
                    break;
                }
            }
        }

        return next(context);
    }

    // As routing does, the most exact first.
    private Route[] Read()
    {
        var pages = endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<PublicPageAttribute>() is not null).ToList();
        pages.Sort((one, other) => decimal.Compare(one.RoutePattern.InboundPrecedence, other.RoutePattern.InboundPrecedence));
        return [.. pages.Select(endpoint => new Route(endpoint, policies))];
    }

    private sealed class Route
    {
        private readonly TemplateMatcher matcher;
        private readonly List<(string Name, IRouteConstraint Constraint)> constraints = [];

        public Route(RouteEndpoint endpoint, ParameterPolicyFactory policies)
        {
            Endpoint = endpoint;
            var pattern = endpoint.RoutePattern;
            matcher = new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary(pattern.Defaults));
            foreach (var (name, references) in pattern.ParameterPolicies)
            {
                foreach (var reference in references)
                {
                    if (policies.Create(pattern.GetParameter(name), reference) is IRouteConstraint constraint)
                    {
                        constraints.Add((name, constraint));
                    }
                }
            }
        }

        public RouteEndpoint Endpoint { get; }

        public bool Matches(HttpContext context, RouteValueDictionary values)
        {
            if (!matcher.TryMatch(context.Request.Path, values))
            {
                return false;
            }

            foreach (var (name, constraint) in constraints)
            {
                if (!constraint.Match(context, route: null, name, values, RouteDirection.IncomingRequest))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
