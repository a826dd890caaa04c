namespace ReferralDirectory.Browser.Tests;

/// <summary>Every page in both languages against the rules that a program can test, narrow and wide, light and dark.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task NoPage_HasAViolation_OrScrollsSideways(string language)
    {
        var page = await fixture.OpenAsync("about:blank");
        var hasSeenProvider = false;
        foreach (var address in (await fixture.AddressesAsync()).Where(address => address.StartsWith($"/{language}/", StringComparison.Ordinal) || address.EndsWith($"lang={language}", StringComparison.Ordinal)))
        {
            await page.GotoAsync(new Uri(fixture.Address, address).ToString());

            // The second provider looks like the first, and says other things.
            var isProvider = address.Contains("/providers/", StringComparison.Ordinal);
            Assert.Empty(isProvider && hasSeenProvider ? await page.FaultsAsync() : await page.FaultsInEveryLookAsync(string.Concat(address.Where(char.IsAsciiLetterOrDigit))));
            hasSeenProvider |= isProvider;
        }
    }
}
