using System.Globalization;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>Numbers of months as bars. Drawn by attributes: a style within the page is not allowed.</summary>
/// <param name="Bars">The earliest first.</param>
public sealed record MonthChart(IReadOnlyList<MonthChart.Bar> Bars)
{
    /// <summary>Units of the drawing.</summary>
    public const int Height = 100;

    /// <summary>Room for a bar with its gap.</summary>
    public const int Step = 20;

    public int Width => Bars.Count * Step;

    /// <summary>All of them together.</summary>
    public int Total => Bars.Sum(bar => bar.Count);

    public static MonthChart Of(IReadOnlyList<(DateOnly Month, int Count)> months)
    {
        var most = Math.Max(1, months.Max(month => month.Count));
        // What is not nothing is to be seen.
        return new MonthChart([.. months.Select((month, number) => new Bar(
            month.Month.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
            month.Count,
            number * Step,
            month.Count == 0 ? 0 : Math.Max(2, (int)((long)month.Count * Height / most))))]);
    }

    /// <summary>One month.</summary>
    public sealed record Bar(string Month, int Count, int X, int Length)
    {
        public int Y => Height - Length;
    }
}
