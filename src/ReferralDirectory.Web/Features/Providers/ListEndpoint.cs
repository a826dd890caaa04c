using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>Calls the list's action without MVC's own steps: it has no filters and binds nothing, and they would be a twentieth of a page for words.</summary>
public static class ListEndpoint
{
    /// <summary>Puts the call in the place of MVC's, where the endpoint is the list's.</summary>
    public static void Use(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ControllerActionDescriptor>().SingleOrDefault() is { } action && action.ControllerTypeInfo == typeof(ProvidersController) && action.ActionName == nameof(ProvidersController.Index))
        {
            endpoint.RequestDelegate = context => AnswerAsync(context, action);
        }
    }

    private static async Task AnswerAsync(HttpContext context, ControllerActionDescriptor action)
    {
        var services = context.RequestServices;
        var called = new ControllerContext(new ActionContext(context, context.GetRouteData(), action));
        using var controller = new ProvidersController(services.GetRequiredService<Reader>(), services.GetRequiredService<ProviderSearch>(), services.GetRequiredService<Texts>()) { ControllerContext = called };
        var result = await controller.Index();
        await result.ExecuteResultAsync(called);
    }
}
