using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ReferralDirectory.Testing;

/// <summary>
/// A browser without scripts: keeps cookies, fills in forms, follows nothing by itself. Unlike .NET's own store of cookies it sends
/// secure ones to localhost, as browsers do.
/// </summary>
public sealed class Visitor(HttpClient client, CancellationToken cancellationToken)
{
    /// <summary>Cookies by name.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Every <c>Set-Cookie</c> so far.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Headers that go with each request.</summary>
    public Dictionary<string, string> Headers { get; } = new() { ["Accept-Language"] = "en" };

    /// <summary>Gets a page.</summary>
    public Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends fields that stand in no form.</summary>
    public Task<Answer> PostAsync(string address, params IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = Encode(fields) });

    /// <summary>Sends anything, such as a form with a file.</summary>
    public Task<Answer> PostAsync(string address, HttpContent content) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    /// <summary>Gets a page and sends a form of it.</summary>
    public async Task<Answer> SubmitAsync(string address, string action, params (string Name, string Value)[] fields)
    {
        var got = await GetAsync(address);
        return got.Status == HttpStatusCode.OK ? await SubmitAsync(got.Page, action, fields) : got;
    }

    /// <summary>Sends the form of a page that has the action, filled in.</summary>
    public Task<Answer> SubmitAsync(IHtmlDocument page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(form => form.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"There is no form for {action} on '{page.Title}': {page.Body?.TextContent}");
        var all = Fields(form).Where(field => fields.All(given => given.Name != field.Name)).Concat(fields);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = Encode(all) });
    }

    /// <summary>What a form would send as it stands.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(IElement form) =>
        form.QuerySelectorAll("input[name], textarea[name], select[name]")
            .Where(field => field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked"))
            .Select(field => (field.GetAttribute("name")!, ValueOf(field)));

    /// <summary>Sends any request, with the cookies, and lets it go.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var response = await client.SendAsync(request, cancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Keep(cookie);
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new Answer(
            response.StatusCode,
            response.Headers.Location?.OriginalString,
            await new HtmlParser().ParseDocumentAsync(text, cancellationToken),
            text,
            response.Headers.Concat(response.Content.Headers).SelectMany(header => header.Value.Select(value => (header.Key, value))).ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase));
    }

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => field.GetAttribute("value") ?? "",
    };

    private static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private void Keep(string cookie)
    {
        SetCookies.Add(cookie);
        var parts = cookie.Split(';')[0].Split('=', 2);
        if (cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal))
        {
            Cookies.Remove(parts[0]);
        }
        else
        {
            Cookies[parts[0]] = parts[1];
        }
    }
}
