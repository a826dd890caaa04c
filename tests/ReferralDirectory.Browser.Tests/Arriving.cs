using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Waiting until a tab stands at an address.</summary>
internal static class Arriving
{
    // As long as Playwright's own waits.
    private const int Patience = 30_000;

    /// <summary>
    /// Waits by asking again. Not <c>WaitForURLAsync</c>: that looks, then listens, and never hears of a page that came in
    /// between (microsoft/playwright-dotnet#3364).
    /// </summary>
    /// <param name="page">The tab.</param>
    /// <param name="address">A regular expression that the address matches.</param>
    public static Task ArriveAsync(this IPage page, string address) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = Patience });
}
