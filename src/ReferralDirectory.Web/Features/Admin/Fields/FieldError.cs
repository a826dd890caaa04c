using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>A line of the summary of errors.</summary>
/// <param name="FieldId">Where the line leads; empty where it is about the whole form.</param>
/// <param name="Text">Which field, and what is wrong with it.</param>
public sealed record FieldError(string FieldId, string Text)
{
    public static IReadOnlyList<FieldError> Of(ModelStateDictionary state) =>
        [.. state.SelectMany(field => field.Value!.Errors, (field, error) => new FieldError(Field.IdOf(field.Key), error.ErrorMessage))];
}
