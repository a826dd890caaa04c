using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// What codings a client takes. Browsers send a handful of different headers, so what was parsed is remembered.
/// </summary>
/// <param name="Best">The one that makes a kept page smallest.</param>
/// <param name="TakesGzip">gzip is taken, whether or not it is the best.</param>
internal readonly record struct AcceptedCoding(ContentCoding Best, bool TakesGzip)
{
    private const int RememberedHeaders = 200;

    private static readonly ConcurrentDictionary<string, AcceptedCoding> Remembered = new(StringComparer.Ordinal);

    /// <param name="header">The values of <c>Accept-Encoding</c>.</param>
    public static AcceptedCoding Of(StringValues header)
    {
        if (header.ToString() is not { Length: > 0 } text)
        {
            return default;
        }

        if (Remembered.TryGetValue(text, out var accepted))
        {
            return accepted;
        }

        accepted = Parse(header);
        if (Remembered.Count < RememberedHeaders)
        {
            Remembered[text] = accepted;
        }

        return accepted;
    }

    private static AcceptedCoding Parse(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header, out var list))
        {
            return default;
        }

        var takesGzip = Takes("gzip");
        return new AcceptedCoding(Takes("br") ? ContentCoding.Brotli : takesGzip ? ContentCoding.Gzip : ContentCoding.Identity, takesGzip);

        // What is not named is taken where '*' is; a quality of 0 refuses.
        bool Takes(string name) =>
            (list.FirstOrDefault(item => item.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? list.FirstOrDefault(item => item.Value == "*"))
            is { Quality: not 0 };
    }
}
