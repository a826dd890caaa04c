using Microsoft.AspNetCore.Mvc.Razor;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>A view lies beside its controller: <c>Features/Steps/Show.cshtml</c>.</summary>
internal static class FeatureViews
{
    public static void AddFeatureViews(this IServiceCollection services) =>
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Admin/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Admin/Fields/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Admin/Revisions/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Admin/Differences/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Admin/Previews/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Admin/Shared/{0}.cshtml");
        });
}
