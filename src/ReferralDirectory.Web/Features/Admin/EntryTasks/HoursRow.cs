namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>A line of the weekly table.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Day">When it opens.</param>
/// <param name="Opens">As typed; may be empty.</param>
/// <param name="Closes">Likewise.</param>
/// <param name="Error">What is wrong with the line; null where nothing is.</param>
public sealed record HoursRow(int Index, DayOfWeek Day, string Opens, string Closes, string? Error)
{
    public string DayName => HoursNames.Week(Index, HoursNames.Day);

    public string OpensName => HoursNames.Week(Index, HoursNames.Opens);

    public string ClosesName => HoursNames.Week(Index, HoursNames.Closes);

    public string RemoveCommand => $"{HoursNames.RemoveRow}{Index}";
}
