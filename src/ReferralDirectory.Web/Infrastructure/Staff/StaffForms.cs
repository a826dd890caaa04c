using Microsoft.AspNetCore.Http.Features;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Reads the form of a request to the admin area before anybody else does: what is too large is then answered by a page that says so,
/// and not by the first reader's idea of it. Where files are let in, that has a limit of its own.
/// </summary>
public static class StaffForms
{
    /// <summary>Bytes of a form. A draft of the longest sort, in Cyrillic, takes 1,200,000.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Bytes of a form that anybody may send. The longest answer by a link, in Cyrillic, takes half of it.</summary>
    public const int StrangersMaxBytes = 64 * 1024;

    private const int MostRead = 16 * MaxBytes;

    private const string Typed = "application/x-www-form-urlencoded";

    /// <summary>True for a request with a form that was typed; an upload is none.</summary>
    public static bool IsTyped(HttpRequest request) =>
        request.HasFormContentType && request.ContentType!.StartsWith(Typed, StringComparison.OrdinalIgnoreCase);

    /// <returns>False where it was too large: the answer's status is set.</returns>
    public static async Task<bool> TryReadAsync(HttpContext context)
    {
        var request = context.Request;
        var maxBytes = context.GetEndpoint()?.Metadata.GetMetadata<OpenToAnyoneAttribute>() is null ? MaxBytes : StrangersMaxBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // A longer form that says its length is read to its end: a browser that is still sending would show a broken connection
            // instead of the page.
            size.MaxRequestBodySize = IsTyped(request) && request.ContentLength is not null ? MostRead : maxBytes;
        }

        if (!IsTyped(request))
        {
            return true;
        }

        try
        {
            if (request.ContentLength > maxBytes)
            {
                await request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                return Refuse(context, hasTooManyFields: false);
            }

            await request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (InvalidDataException)
        {
            return Refuse(context, hasTooManyFields: true);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(context, hasTooManyFields: false);
        }
    }

    private static bool Refuse(HttpContext context, bool hasTooManyFields)
    {
        context.Features.Set(new RefusedForm(hasTooManyFields));
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return false;
    }
}
