using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

public sealed class LeavingTests(BrowserFixture fixture)
{
    // Reports each of our pages that was drawn: two frames after it was loaded or came back, unless it was hidden by then.
    private const string ReportWhatIsDrawn =
        """
        addEventListener('pageshow', () => requestAnimationFrame(() => requestAnimationFrame(() => {
          if (getComputedStyle(document.documentElement).display !== 'none' && document.body && document.body.innerText.trim()) {
            window.drawn(location.href).then(() => window.wasDrawn = true);
          }
        })));
        """;

    [Theory]
    [InlineData("click")]
    [InlineData("shift")]
    [InlineData("enter")]
    public async Task Leaving_FromFourPagesDeep_ThenBackSevenTimes_ShowsNoneOfOurPages(string how)
    {
        var drawn = new List<string>();
        var page = await fixture.OpenAsync("about:blank");
        await page.ExposeFunctionAsync("drawn", (string address) => { lock (drawn) { drawn.Add(address); } });
        await page.AddInitScriptAsync(ReportWhatIsDrawn);
        await page.GotoAsync(BrowserFixture.En);
        foreach (var link in new[] { ".path li:first-child a", "nav.steps li:last-child a", ".cards h3 a", null })
        {
            await page.WaitForFunctionAsync("() => window.wasDrawn");
            if (link is not null)
            {
                await page.ClickAsync(link);
            }
        }

        lock (drawn)
        {
            Assert.Equal(4, drawn.Count(IsOurs));
            drawn.Clear();
        }

        await LeaveAsync(page, how);
        for (var i = 0; i < 7; i++)
        {
            await BackAsync(page);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.False(IsOurs(page.Url));
        }

        lock (drawn)
        {
            Assert.DoesNotContain(drawn, IsOurs);
        }
    }

    [Fact]
    public async Task Leaving_WithoutAScript_LeadsAway()
    {
        var page = await fixture.OpenAsync($"{BrowserFixture.Ru}/providers", options => options.JavaScriptEnabled = false);

        await page.ClickAsync("#exit");

        await page.ArriveAsync($"^{Regex.Escape(fixture.Elsewhere)}$");
    }

    [Fact]
    public async Task ComingBackOnPurpose_ShowsThePageAgain()
    {
        var page = await fixture.OpenAsync(BrowserFixture.En);
        await LeaveAsync(page, "click");

        await page.GotoAsync($"{BrowserFixture.En}/safety");

        Assert.True(await page.IsVisibleAsync("h1"));
        await page.ReloadAsync();
        Assert.True(await page.IsVisibleAsync("h1"));
    }

    [Fact]
    public async Task ShiftUsedForTyping_DoesNotLeave()
    {
        var page = await fixture.OpenAsync($"{BrowserFixture.En}/providers");
        await page.FocusAsync("#q");

        await page.Keyboard.TypeAsync("A");
        await page.Keyboard.PressAsync("Shift+B");
        await page.Keyboard.PressAsync("Shift+C");
        await page.Keyboard.PressAsync("Shift+D");
        await page.Keyboard.PressAsync("Shift");
        await page.Keyboard.PressAsync("Shift");

        Assert.Equal("ABCD", await page.InputValueAsync("#q"));
        Assert.True(await page.IsVisibleAsync("h1"));
    }

    [Fact]
    public async Task TheWayOut_IsOnScreenAndUncovered_WhereverOneIs()
    {
        var page = await fixture.OpenAsync($"{BrowserFixture.Ru}/providers", options => options.ViewportSize = new ViewportSize { Width = 320, Height = 480 });
        await page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");

        Assert.True(await page.EvaluateAsync<bool>(
            """
            () => {
              const box = document.getElementById('exit').getBoundingClientRect();
              return box.top >= 0 && box.height >= 44
                && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2).id === 'exit';
            }
            """));
    }

    [Theory]
    [InlineData(320, 200)]
    [InlineData(360, 150)]
    public async Task WithEnlargedText_TheWayOutStaysOnTheScreen_AndNothingIsCut(int width, int percent)
    {
        foreach (var address in new[] { BrowserFixture.Ru, $"{BrowserFixture.Ru}/providers/sisters", $"{BrowserFixture.En}/steps/assistance" })
        {
            // As a browser's own setting does it, which no policy of the page can stop.
            var page = await fixture.OpenAsync(address, options =>
            {
                options.ViewportSize = new ViewportSize { Width = width, Height = 640 };
                options.BypassCSP = true;
            });
            await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = $"html {{ font-size: {percent}% }}" });

            Assert.True(await page.EvaluateAsync<bool>("document.getElementById('exit').getBoundingClientRect().right <= innerWidth"), address);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    private async Task LeaveAsync(IPage page, string how)
    {
        switch (how)
        {
            case "click":
                await page.ClickAsync("#exit");
                break;
            case "enter":
                await page.FocusAsync("#exit");
                await page.Keyboard.PressAsync("Enter");
                break;
            default:
                // All at once: each press waits for the page otherwise, and on a busy machine that takes longer than a person does.
                var keys = await page.Context.NewCDPSessionAsync(page);
                for (var i = 0; i < 3; i++)
                {
                    _ = PressAsync(keys, "keyDown");
                    _ = PressAsync(keys, "keyUp");
                }

                break;
        }

        await page.ArriveAsync($"^{Regex.Escape(fixture.Elsewhere)}$");
    }

    private static Task<JsonElement?> PressAsync(ICDPSession keys, string type) =>
        keys.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = "Shift", ["code"] = "ShiftLeft", ["windowsVirtualKeyCode"] = 16, ["modifiers"] = type == "keyDown" ? 8 : 0 });

    /// <summary>Goes back and waits until the browser stands on a page that is not ours, or has nowhere to go.</summary>
    private async Task BackAsync(IPage page)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IFrame frame)
        {
            if (!IsOurs(frame.Url))
            {
                arrived.TrySetResult();
            }
        }

        page.FrameNavigated += Arrive;
        var isFirstPage = page.Url == "about:blank";
        // In a task of its own, as the page that runs it goes away.
        await page.EvaluateAsync("setTimeout(() => history.back())");
        if (!isFirstPage)
        {
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        page.FrameNavigated -= Arrive;
    }

    private bool IsOurs(string address) => address.StartsWith(fixture.Address.ToString(), StringComparison.Ordinal);
}
