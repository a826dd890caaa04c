using System.Globalization;
using System.Text.Encodings.Web;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>How many were found, and what holds for all of them.</summary>
public sealed class FoundHeading
{
    private readonly PageText start;
    private readonly PageText end;
    private readonly PageText note;

    /// <param name="texts">Of the page's language.</param>
    /// <param name="encoder">Of the site.</param>
    /// <param name="pageTexts">Gets the texts.</param>
    public FoundHeading(Texts texts, HtmlEncoder encoder, PageTexts pageTexts)
    {
        var results = texts["Providers.Results"].Split("{0}");
        start = pageTexts.AddEverywhere($"<h2 id=\"results\">{encoder.Encode(results[0])}");
        end = pageTexts.AddEverywhere($"{encoder.Encode(results[1])}</h2>\n");
        note = pageTexts.AddEverywhere($"<p class=\"note\">{encoder.Encode(texts["Provider.FromGuide"])} {encoder.Encode(texts["Provider.NotChecked"])}</p>\n");
    }

    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="total">How many were found.</param>
    public void Write(FreshPage page, int total)
    {
        Span<byte> digits = stackalloc byte[11];
        _ = total.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        page.Add(start);
        page.New.Write(digits[..length]);
        page.Add(end);
        if (total > 0)
        {
            page.Add(note);
        }
    }
}
