using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Renders a view to a text instead of an answer.</summary>
public sealed class ViewText(ICompositeViewEngine views, IModelMetadataProvider metadata, ITempDataDictionaryFactory tempData)
{
    /// <exception cref="InvalidOperationException">There is no such view.</exception>
    public async Task<string> RenderAsync(ControllerContext context, string name, object model)
    {
        var view = views.FindView(context, name, isMainPage: true).EnsureSuccessful(null).View!;
        await using var text = new StringWriter();
        await view.RenderAsync(new ViewContext(
            context,
            view,
            new ViewDataDictionary<object>(metadata, context.ModelState) { Model = model },
            tempData.GetTempData(context.HttpContext),
            text,
            new HtmlHelperOptions()));
        return text.ToString();
    }
}
