using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// The limit that the site's pages are measured against: a bare Kestrel endpoint that writes the same answer, headers and
/// compressed body, byte for byte as the site gave it once.
/// </summary>
internal static class LimitServer
{
    public static async Task RunAsync(string listen, Uri site, IEnumerable<string> addresses)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        using (var client = new HttpClient { BaseAddress = site })
        {
            client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");
            foreach (var address in addresses)
            {
                using var response = await client.GetAsync(address);
                response.EnsureSuccessStatusCode();
                var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"));
                answers[new Uri(site, address).PathAndQuery] = new Answer(
                    [.. headers.Select(header => KeyValuePair.Create(header.Key, new StringValues([.. header.Value])))],
                    await response.Content.ReadAsByteArrayAsync());
            }
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(listen).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(async context =>
        {
            var request = context.Request;
            var answer = answers[request.QueryString.HasValue ? request.Path.ToUriComponent() + request.QueryString.Value : request.Path.Value!];
            foreach (var (name, value) in answer.Headers)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentLength = answer.Body.Length;
            await context.Response.BodyWriter.WriteAsync(answer.Body);
        });
        await app.RunAsync();
    }

    private sealed record Answer(KeyValuePair<string, StringValues>[] Headers, byte[] Body);
}
