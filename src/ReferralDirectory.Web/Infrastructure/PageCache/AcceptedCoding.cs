using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>The best coding a client takes. Browsers send a handful of different headers, so what was parsed is remembered.</summary>
internal static class AcceptedCoding
{
    private const int RememberedHeaders = 200;

    private static readonly ConcurrentDictionary<string, ContentCoding> Remembered = new(StringComparer.Ordinal);

    /// <param name="header">The values of <c>Accept-Encoding</c>.</param>
    public static ContentCoding Of(StringValues header)
    {
        if (header.ToString() is not { Length: > 0 } text)
        {
            return ContentCoding.Identity;
        }

        if (Remembered.TryGetValue(text, out var coding))
        {
            return coding;
        }

        coding = Parse(header);
        if (Remembered.Count < RememberedHeaders)
        {
            Remembered[text] = coding;
        }

        return coding;
    }

    private static ContentCoding Parse(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header, out var list))
        {
            return ContentCoding.Identity;
        }

        return Takes("br") ? ContentCoding.Brotli : Takes("gzip") ? ContentCoding.Gzip : ContentCoding.Identity;

        // What is not named is taken where '*' is; a quality of 0 refuses.
        bool Takes(string name) =>
            (list.FirstOrDefault(item => item.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? list.FirstOrDefault(item => item.Value == "*"))
            is { Quality: not 0 };
    }
}
