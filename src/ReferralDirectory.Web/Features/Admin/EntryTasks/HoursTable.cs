using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>The weekly table, and the days on which it does not hold.</summary>
/// <param name="Week">At least one line.</param>
/// <param name="WeekError">What is wrong with the table as a whole; null where nothing is.</param>
/// <param name="Exceptions">May be empty.</param>
public sealed record HoursTable(IReadOnlyList<HoursRow> Week, string? WeekError, IReadOnlyList<HoursException> Exceptions)
{
    /// <summary>Lines for the summary of errors.</summary>
    public IEnumerable<FieldError> Errors(string label) =>
    [
        .. WeekError is null ? Array.Empty<FieldError>() : [new FieldError(Field.IdOf(Week[0].OpensName), $"{label}: {WeekError}")],
        .. Week.Where(row => row.Error is not null).Select(row => new FieldError(Field.IdOf(row.OpensName), $"{label}: {row.Error}")),
        .. Exceptions.SelectMany(exception => exception.Fields).SelectMany(field => field.Errors),
    ];
}
