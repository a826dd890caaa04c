using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>
/// Lets a form with a file in that is as large as an import may be, and answers a larger one with a page that says so. It stands before the check of
/// the form's token, which reads the form, and would take one that is too large for one without a token.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long FormMaxBytes = Import.MaxBytes + (64 * 1024);

    // A browser shows the answer once it has sent everything: without this it would say that the connection broke.
    private const long ReadToTheEndBytes = 8L * Import.MaxBytes;

    /// <summary>Before that of the token, which has 1000.</summary>
    public int Order => 0;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        // A form without a file was read at the door.
        if (StaffForms.IsTyped(http.Request))
        {
            return;
        }

        var length = http.Request.ContentLength;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = length <= FormMaxBytes ? FormMaxBytes : ReadToTheEndBytes;
        }

        if (length <= FormMaxBytes)
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = FormMaxBytes, ValueCountLimit = 20 }));
            return;
        }

        context.Result = new StatusCodeResult(length is null ? StatusCodes.Status411LengthRequired : StatusCodes.Status413PayloadTooLarge);
        if (length <= ReadToTheEndBytes)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
    }
}
