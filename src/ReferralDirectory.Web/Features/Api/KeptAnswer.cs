using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>
/// An answer that is the same for everyone in a language: kept as compressed bytes as the pages are, with an entity tag. What hardly two ask for
/// alike is not kept.
/// </summary>
/// <param name="names">The parameters it depends on.</param>
/// <param name="write">Writes it, when it is not kept yet.</param>
public sealed class KeptAnswer(IReadOnlyList<string> names, Func<IBufferWriter<byte>, Task> write) : IActionResult
{
    private const string MediaType = "application/json";

    // Words, and moments: each would take a place from what many ask for.
    private static readonly string[] Rare = ["search", "modified_after"];

    /// <summary>True where it is a whole list: it may be sent as often as a file.</summary>
    public bool IsExport { get; init; }

    /// <summary>False where it depends on more than the address.</summary>
    public bool MayBeKept { get; init; } = true;

    /// <summary>True where it tells of entries or terms, and so of their last change.</summary>
    public bool IsDated { get; init; }

    /// <summary>The language of its texts, where that is not the request's.</summary>
    public string? Language { get; init; }

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var reader = http.RequestServices.GetRequiredService<HsdsReader>();
        var isPost = HttpMethods.IsPost(http.Request.Method);
        var isKept = MayBeKept && !isPost && !Rare.Any(name => !string.IsNullOrWhiteSpace(http.Request.Query[name]));
        if (!isKept)
        {
            // Before it is made.
            await (IsTooMuch(http) ? RefuseAsync(http, reader) : WriteOnceAsync(http, reader, isPost));
            return;
        }

        // Without a slash in front, so that it is no page's.
        var page = (await http.RequestServices.GetRequiredService<PageStore>().GetAsync(reader.Published, $"{reader.Edition} {PageAddress.Of(http.Request, names)}", async () => await MakeAsync(reader), isOftenRead: false))!;
        ApiCaching.Allow(http, mayBeShared: true);
        var body = page.Begin(http);
        if (IsDated && AnswerDate.IsKnown(http, reader))
        {
            http.Response.ContentType = null;
            http.Response.ContentLength = null;
            http.Response.Headers.ContentEncoding = default;
            return;
        }

        if (body.IsEmpty)
        {
            return;
        }

        if (IsTooMuch(http))
        {
            http.Response.Clear();
            await RefuseAsync(http, reader);
            return;
        }

        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    private bool IsTooMuch(HttpContext http) => IsExport && !http.RequestServices.GetRequiredService<ApiLimits>().AdmitExport(http);

    private static Task RefuseAsync(HttpContext http, HsdsReader reader) => ProblemAnswer.For(reader.Texts, StatusCodes.Status429TooManyRequests).WriteAsync(http);

    private async Task<KeptPage> MakeAsync(HsdsReader reader)
    {
        var body = new ArrayBufferWriter<byte>();
        await write(body);
        return new KeptPage(body.WrittenSpan, MediaType, Language ?? reader.LanguagesTold);
    }

    // Compressed as it goes, once, in the coding that this client takes.
    private async Task WriteOnceAsync(HttpContext http, HsdsReader reader, bool isPost)
    {
        var body = new ArrayBufferWriter<byte>();
        await write(body);
        http.Response.Headers.ContentLanguage = Language ?? reader.LanguagesTold;
        if (!isPost)
        {
            ApiCaching.Allow(http, mayBeShared: false);
            if (AnswerTag.IsKnown(http, Convert.ToHexStringLower(SHA256.HashData(body.WrittenSpan).AsSpan(0, 8))))
            {
                return;
            }
        }

        http.Response.ContentType = MediaType;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
        }
    }
}
