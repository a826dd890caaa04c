using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Pictures of the pages that the tests come by, for people who want to look and for the guides: see <c>tests/pictures</c>.</summary>
internal static class Pictures
{
    // A folder. Nowhere unless it is set.
    private const string Setting = "TESTS_PICTURES";

    private const int MaxHeight = 1150;

    private static readonly int[] Widths = [360, 1280];

    /// <summary>Keeps pictures of the top of a page on a phone and at a desk, light, dark and printed, where somebody wants pictures. Leaves the tab as it was.</summary>
    public static async Task KeepPicturesAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } folder)
        {
            return;
        }

        var size = page.ViewportSize!;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 740);
            var height = Math.Min(MaxHeight, await page.EvaluateAsync<int>("Math.ceil(document.documentElement.getBoundingClientRect().height)"));
            foreach (var (look, media) in new[]
            {
                ("light", new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light }),
                ("dark", new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark }),
                ("print", new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, Media = Media.Print }),
            })
            {
                await page.EmulateMediaAsync(media);
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}-{look}.png"), FullPage = true, Clip = new Clip { X = 0, Y = 0, Width = width, Height = height } });
            }

            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, Media = Media.Screen });
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
