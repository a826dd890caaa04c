using Microsoft.AspNetCore.Diagnostics;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// What somebody sent when the database could not be used: it goes back to them on the error's page, to be sent once more. Only of forms that are kept in
/// other cases, too: these name for whom we made them, and hold no password.
/// </summary>
/// <param name="Action">Where it was sent.</param>
/// <param name="Fields">All of it, in its order, with the proof that the form is ours.</param>
/// <param name="Texts">What a person typed there, to be read and copied.</param>
public sealed record TypedForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Texts)
{
    /// <summary>Null where nothing was typed, or where it is not to be shown again.</summary>
    /// <param name="context">Of the request that failed.</param>
    /// <param name="failed">What failed.</param>
    public static TypedForm? Of(HttpContext context, IExceptionHandlerPathFeature failed)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !StaffForms.IsTyped(request))
        {
            return null;
        }

        // Read before anything could fail: by StaffForms.
        var form = request.Form;
        var mayBeShown = failed.Endpoint?.Metadata.GetMetadata<GivesTypedBackAttribute>() is not null || context.RequestServices.GetRequiredService<KeptForms>().IsOurs(form);
        return mayBeShown
            ? new TypedForm(failed.Path + request.QueryString, [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))], [.. form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(field => field.Value).OfType<string>().Where(IsText)])
            : null;
    }

    // What is worth copying. A form carries much beside it that nobody typed: ids, versions, marks, the names of choices.
    private static bool IsText(string value) => value.Any(letter => letter is ' ' or '@' or '+' or > '\u007f');
}
