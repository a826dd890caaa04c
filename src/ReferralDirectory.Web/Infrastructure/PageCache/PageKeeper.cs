using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>After routing: a public page that is not kept yet is rendered once, however many ask for it, and kept.</summary>
public sealed class PageKeeper(RequestDelegate next, PageStore store, SiteOptions options)
{
    /// <summary>True where the request is for a page that is to be kept.</summary>
    public static bool IsWanted(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null && PageKey.Of(context.Request) is not null;

    /// <summary>Called by the framework.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var hasAnswered = false;
        var reader = context.RequestServices.GetRequiredService<Reader>();
        var page = await store.GetAsync(reader.Directory, PageKey.Of(context.Request)!, async () =>
        {
            var rendered = await RenderAsync(context);
            hasAnswered = rendered is null;
            return rendered;
        }, isOftenRead: !context.Request.QueryString.HasValue);
        if (page is not null)
        {
            await KeptPages.AnswerAsync(context, page, options, null);
        }
        else if (!hasAnswered)
        {
            await next(context);
        }
    }

    private async Task<KeptPage?> RenderAsync(HttpContext context)
    {
        var response = context.Response;
        var body = response.Body;
        using var html = new MemoryStream();
        response.Body = html;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode != StatusCodes.Status200OK)
        {
            // Writing nothing would start the answer, and take its page from an error that has none yet.
            if (html.Length > 0)
            {
                await body.WriteAsync(html.GetBuffer().AsMemory(0, (int)html.Length), context.RequestAborted);
            }

            return null;
        }

        return new KeptPage(html.GetBuffer().AsSpan(0, (int)html.Length), response.ContentType!) { Route = RequestKind.RouteOf(context.GetEndpoint()) };
    }
}
