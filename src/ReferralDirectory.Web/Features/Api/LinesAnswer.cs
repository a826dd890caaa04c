using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>A whole list, one record a line, written as it is made: it takes the same memory however long it is.</summary>
public static class LinesAnswer
{
    /// <summary>Newline-delimited JSON.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <inheritdoc cref="LinesAnswer{TItem, TRecord}"/>
    public static IActionResult Of<TItem, TRecord>(Func<Task<IReadOnlyList<TItem>>> find, Func<TItem, TRecord> map) => new LinesAnswer<TItem, TRecord>(find, map);
}

/// <inheritdoc cref="LinesAnswer"/>
/// <param name="find">Finds what the list holds, once it is known that it may be sent.</param>
/// <param name="map">Makes a record of one item.</param>
internal sealed class LinesAnswer<TItem, TRecord>(Func<Task<IReadOnlyList<TItem>>> find, Func<TItem, TRecord> map) : IActionResult
{
    private const int FlushedAt = 64 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var reader = http.RequestServices.GetRequiredService<HsdsReader>();
        var isSent = !HttpMethods.IsHead(http.Request.Method);
        if (isSent && !http.RequestServices.GetRequiredService<ApiLimits>().AdmitExport(http))
        {
            await ProblemAnswer.For(reader.Texts, StatusCodes.Status429TooManyRequests).WriteAsync(http);
            return;
        }

        http.Response.ContentType = LinesAnswer.MediaType;
        http.Response.Headers.ContentLanguage = reader.LanguagesOfAll;
        if (!isSent)
        {
            return;
        }

        var type = HsdsJson.Of<TRecord>();
        var lines = new ArrayBufferWriter<byte>(2 * FlushedAt);
        await using var writer = new Utf8JsonWriter(lines, HsdsJson.WriterOptions);
        foreach (var item in await find())
        {
            JsonSerializer.Serialize(writer, map(item), type);
            writer.Flush();
            writer.Reset();
            lines.Write("\n"u8);
            if (lines.WrittenCount >= FlushedAt)
            {
                await http.Response.Body.WriteAsync(lines.WrittenMemory, http.RequestAborted);
                lines.ResetWrittenCount();
            }
        }

        await http.Response.Body.WriteAsync(lines.WrittenMemory, http.RequestAborted);
    }
}
