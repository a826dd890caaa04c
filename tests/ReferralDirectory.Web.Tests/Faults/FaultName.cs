using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>A name that tells which of many it is.</summary>
internal static class FaultName
{
    public static string Of(string slug, int number) => $"Lighthouse {slug} number {number}";

    /// <returns>0 where there is none.</returns>
    public static int NumberIn(string text, string slug) =>
        Regex.Match(text, $"Lighthouse {slug} number ([0-9]+)") is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
}
