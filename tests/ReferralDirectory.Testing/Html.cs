using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ReferralDirectory.Testing;

/// <summary>Pages as documents.</summary>
public static class Html
{
    /// <summary>Gets a page that must be there.</summary>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string address, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(address, cancellationToken);
        return response.IsSuccessStatusCode
            ? await ReadPageAsync(response, cancellationToken)
            : throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}.");
    }

    /// <summary>The page in an answer, whatever its status.</summary>
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await new HtmlParser().ParseDocumentAsync(body, cancellationToken);
    }

    /// <summary>The text with runs of white space as single spaces.</summary>
    public static string Words(this IElement? element) =>
        string.Join(' ', (element ?? throw new InvalidOperationException("There is no such element.")).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the links of a page, or of a part of it, lead to.</summary>
    public static IReadOnlyList<string> Hrefs(this IParentNode part, string selector = "a[href]") =>
        [.. part.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!)];
}
