namespace ReferralDirectory.Browser.Tests;

public sealed class PageChecksTests(BrowserFixture fixture)
{
    [Fact]
    public async Task ATabWithoutScripts_IsRefused_InsteadOfWaitingForEver()
    {
        var page = await fixture.OpenAsync(BrowserFixture.En, options => options.JavaScriptEnabled = false);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => page.FaultsAsync());

        Assert.Contains("without scripts", refusal.Message, StringComparison.Ordinal);
    }
}
