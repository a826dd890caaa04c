using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>An error for a program (RFC 9457), with a sentence for whoever wrote it.</summary>
/// <param name="status">Of the answer.</param>
/// <param name="detail">What happened and what to do, in the reader's language.</param>
/// <param name="parameter">The parameter that is wrong; null where none is.</param>
public sealed class ProblemAnswer(int status, string detail, string? parameter = null) : IActionResult
{
    /// <summary>RFC 9457, 6.1.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>An error that needs no more words than its status has.</summary>
    public static ProblemAnswer For(Texts texts, int status) => new(status, texts[$"Api.Error.{status switch
    {
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status405MethodNotAllowed => "Method",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status415UnsupportedMediaType => "MediaType",
        StatusCodes.Status429TooManyRequests => "TooMany",
        >= StatusCodes.Status500InternalServerError => "Server",
        _ => "Request",
    }}"]);

    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext);

    /// <summary>Answers with it.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, Readable))
        {
            JsonSerializer.Serialize(writer, new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, parameter), ProblemJson.Default.Problem);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        context.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }
}
