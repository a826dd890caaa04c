using Microsoft.Net.Http.Headers;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>Stands before the open data: counts requests, and answers browsers that ask whether another site may send one (CORS).</summary>
public sealed class ApiDoor(RequestDelegate next, ApiLimits limits)
{
    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext context, Texts texts)
    {
        if (!limits.Admit(context))
        {
            return ProblemAnswer.For(texts, StatusCodes.Status429TooManyRequests).WriteAsync(context);
        }

        if (HttpMethods.IsOptions(context.Request.Method) && context.Request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod))
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowMethods = "GET, HEAD, POST";
            headers.AccessControlAllowHeaders = "Accept-Language, Content-Type, If-Modified-Since, If-None-Match";
            headers.AccessControlMaxAge = "86400";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
