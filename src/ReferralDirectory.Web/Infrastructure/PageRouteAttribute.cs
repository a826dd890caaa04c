using Microsoft.AspNetCore.Mvc.Routing;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>An action that answers GET, and HEAD the same without the body.</summary>
/// <param name="template">The address.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class PageRouteAttribute(string template) : HttpMethodAttribute(["GET", "HEAD"], template);
