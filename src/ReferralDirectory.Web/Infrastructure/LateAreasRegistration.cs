using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Puts <see cref="LateAreas"/> where MVC and routing meet them.</summary>
internal static class LateAreasRegistration
{
    public static IMvcCoreBuilder AddLateAreas(this IMvcCoreBuilder mvc, LateAreas areas)
    {
        mvc.Services.AddSingleton(areas);
        mvc.Services.AddSingleton<IActionDescriptorChangeProvider>(areas);
        return mvc.ConfigureApplicationPartManager(parts =>
        {
            parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single());
            parts.FeatureProviders.Add(areas);
        });
    }

    /// <summary>To be called before routing.</summary>
    public static void UseLateAreas(this WebApplication app)
    {
        var areas = app.Services.GetRequiredService<LateAreas>();
        app.Use(next => context =>
        {
            areas.OpenFor(context.Request.Path);
            return next(context);
        });
    }
}
