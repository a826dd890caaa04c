using System.Globalization;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Names of the inputs and buttons of the page of opening hours.</summary>
public static class HoursNames
{
    /// <summary>The name of every button that rearranges the page instead of saving it.</summary>
    public const string Command = "do";

    public const string AddRow = "add-row";

    public const string RemoveRow = "remove-row-";

    public const string AddException = "add-exception";

    public const string RemoveException = "remove-exception-";

    public const string Day = "Day";

    public const string Opens = "Opens";

    public const string Closes = "Closes";

    public static string Week(int index, string part) => string.Create(CultureInfo.InvariantCulture, $"OpeningHours.Week[{index}].{part}");

    public static string Exception(int index) => string.Create(CultureInfo.InvariantCulture, $"OpeningHours.Exceptions[{index}]");

    public static string Exception(int index, string part) => $"{Exception(index)}.{part}";

    public static string Range(int exception, int index, string part) => string.Create(CultureInfo.InvariantCulture, $"{Exception(exception)}.Ranges[{index}].{part}");
}
