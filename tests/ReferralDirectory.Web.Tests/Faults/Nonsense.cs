using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>Requests that nobody would send on purpose, or only to do harm.</summary>
/// <param name="templates">Of the addresses that there are.</param>
/// <param name="ids">Of organisations.</param>
internal sealed partial class Nonsense(IReadOnlyList<string> templates, IReadOnlyList<Guid> ids)
{
    private const int Long = 3000;

    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "FOO"];

    private static readonly string[] Names =
        ["q", "need", "place", "audience", "free", "page", "per_page", "search", "lang", "subject", "before", "show", "how", "kind", "only", "name", "id", "version", "reason", "do", "kept", "file", "returnUrl", "__token", "modified_after", "full", "a[b]", "a.b", "", "[0]"];

    private static readonly string[] Types = ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "nonsense", "*/*"];

    private static readonly string[] Texts =
    [
        "", " ", "0", "1", "-1", "00", "1e309", "NaN", "99999999999999999999", "2147483648", "-9223372036854775808", "true", "null", "undefined", "\0", "a\0b", "\uFFFF", "\uFEFF", "\u202E", "😀", "\ud83d", "e\u0301", "ﷺ", "İ", "ß", "٤٢",
        "<script>alert(1)</script>", "\" onload=x", "'; DROP TABLE Organisations; --", "' OR '1'='1", "../../../etc/passwd", "..%2f..%2f", "%", "%00", "%zz", "%ED%A0%80", "{0}", "{{7*7}}", "${x}", "\r\nX: y", "=1+1", "@x", "[x](javascript:x)", "# x", "**", "`",
        "{}", "[]", "[[[[[[", "{\"a\":", "en", "ru", "xx", "en-GB-x-private", "maria", "irkutsk", "legal-help", "юрист", "+7 902 123-45-67", "8 (800) 555 35 35", "112", "a@b", "https://example.org", "javascript:x", "file:///x",
        "0001-01-01", "9999-12-31T23:59:59Z", "2026-02-30", "2026-11-26T25:61:61", "-0001-01-01T00:00:00Z", "09:00-25:00", "24:00", "Europe/Moscow", "Mars/Phobos", "organisation", "step-text", "Over90Days", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        new('x', Long), new('ж', Long), new('9', 400), string.Concat(Enumerable.Repeat("a ", Long / 2)), string.Concat(Enumerable.Repeat("<b>", 500)),
    ];

    /// <summary>Any request to any address.</summary>
    public HttpRequestMessage Request(Random random)
    {
        var request = new HttpRequestMessage(new HttpMethod(One(random, Methods)), Address(random));
        if (request.Method.Method is not ("GET" or "HEAD" or "TRACE"))
        {
            request.Content = Body(random);
        }

        if (random.Next(5) == 0)
        {
            request.Headers.TryAddWithoutValidation(One(random, "Accept", "Accept-Encoding", "Accept-Language", "If-None-Match", "If-Modified-Since", "Range", "Cookie", "Origin", "X-Forwarded-For", "X-HTTP-Method-Override", "Expect"), One(random, "", "*", "x", "gzip;q=nonsense", "ru;q=9,en", "W/\"x\"", "bytes=0-0,-1", "a=b; __Host-staff=x", "null", new('x', 500)));
        }

        return request;
    }

    /// <summary>A form, with some of its fields filled in with nonsense, left out, or sent twice.</summary>
    public HttpRequestMessage Form(Random random, IElement form)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (var (name, value) in Visitor.Fields(form))
        {
            var isKept = name == "__token" || random.Next(4) > 0;
            switch (random.Next(12))
            {
                case 0 when !isKept:
                    break;
                case 1:
                    fields.Add(new(name, value));
                    fields.Add(new(name, One(random, Texts)));
                    break;
                default:
                    fields.Add(new(name, isKept ? value : Value(random)));
                    break;
            }
        }

        return new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") ?? "/") { Content = Encoded(fields) };
    }

    private static T One<T>(Random random, params T[] all) => all[random.Next(all.Length)];

    private static FormUrlEncodedContent Encoded(IEnumerable<KeyValuePair<string, string>> fields) => new(fields);

    private string Address(Random random)
    {
        var path = Part().Replace(templates[random.Next(templates.Count)], part => Uri.EscapeDataString(part.Value switch
        {
            var text when random.Next(4) == 0 && text.Length > 0 => Value(random),
            ['{', 'l', 'a', 'n', ..] => One(random, "en", "ru"),
            ['{', 'c', 'o', 'u', ..] => "russian-federation",
            ['{', 's', 't', 'e', 'p', ..] => "encounter",
            ['{', 'p', 'r', 'o', ..] => "maria",
            ['{', 'k', 'i', 'n', 'd', ..] => One(random, "organisation", "audience", "assistance-type", "step-text"),
            _ => ids[random.Next(ids.Count)].ToString(),
        }));
        var query = random.Next(2) == 0 ? "" : "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Uri.EscapeDataString(One(random, Names))}={(random.Next(10) == 0 ? One(random, "%", "%FF", "%ED%A0%80", "&&==", "+") : Uri.EscapeDataString(Short(Value(random))))}"));
        // An address of this site, however many slashes it begins with.
        return "/" + Short(path).TrimStart('/') + query;
    }

    private HttpContent Body(Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                var bytes = new byte[random.Next(2000)];
                random.NextBytes(bytes);
                var raw = new ByteArrayContent(bytes);
                raw.Headers.TryAddWithoutValidation("Content-Type", One(random, Types));
                return raw;
            case 1:
                var text = new StringContent(Value(random), Encoding.UTF8);
                text.Headers.Remove("Content-Type");
                text.Headers.TryAddWithoutValidation("Content-Type", One(random, Types));
                return text;
            case 2:
                var parts = new MultipartFormDataContent { { new StringContent(Value(random)), "name" } };
                var file = new ByteArrayContent(Encoding.UTF8.GetBytes(Value(random)));
                file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
                parts.Add(file, "file", "x.csv");
                return parts;
            default:
                return Encoded(Enumerable.Range(0, random.Next(6)).Select(_ => new KeyValuePair<string, string>(One(random, Names), Value(random))));
        }
    }

    private string Value(Random random) => random.Next(8) == 0 ? ids[random.Next(ids.Count)].ToString() : One(random, Texts);

    // Kestrel takes 8 kB for a line.
    private static string Short(string text) => text.Length > 4000 ? text[..4000].TrimEnd('%', '2', '0') : text;

    [GeneratedRegex(@"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Part();
}
