using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ReferralDirectory.Core.Exchange.Hsds;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What answers for records of the standard.</summary>
[ProducesResponseType<Problem>(StatusCodes.Status400BadRequest, ProblemAnswer.MediaType)]
[ProducesResponseType<Problem>(StatusCodes.Status429TooManyRequests, ProblemAnswer.MediaType)]
public abstract class HsdsController(HsdsReader reader) : Controller
{
    /// <summary>Bytes of a request whose parameters come in its body.</summary>
    protected const int FormMaxBytes = 8 * 1024;

    /// <summary>The parameters of what can be asked for in a language and not otherwise.</summary>
    protected static IReadOnlyList<string> LanguageAlone { get; } = [ApiAddress.Language];

    /// <summary>The directory as the request sees it.</summary>
    protected HsdsReader Hsds => reader;

    /// <summary>Refuses a form that cannot be read, before anybody asks what stands in it.</summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        try
        {
            if (Request.HasFormContentType)
            {
                await Request.ReadFormAsync(HttpContext.RequestAborted);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            context.Result = ProblemAnswer.For(reader.Texts, (problem as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
            return;
        }

        await base.OnActionExecutionAsync(context, next);
    }

    /// <summary>Answers with a page of a list, or with the whole of it.</summary>
    /// <param name="parameters">What was asked for.</param>
    /// <param name="find">Finds what the list holds.</param>
    /// <param name="map">Makes a record of it.</param>
    protected IActionResult ListOf<TItem, TRecord>(ListParameters parameters, Func<HsdsQuery, Task<IReadOnlyList<TItem>>> find, Func<TItem, TRecord> map)
    {
        if (ParameterCheck.Fault(Request, ModelState, parameters, reader) is { } fault)
        {
            return fault;
        }

        return parameters.IsLines ? LinesAnswer.Of(() => find(parameters.Query), map) : new KeptAnswer(ParameterCheck.NamesOf(parameters.GetType()), async target =>
        {
            using var writer = new Utf8JsonWriter(target, HsdsJson.WriterOptions);
            JsonSerializer.Serialize(writer, parameters.Part.Of(await find(parameters.Query), map), HsdsJson.Of<HsdsList<TRecord>>());
        })
        {
            IsExport = parameters.IsWhole,
            IsDated = true,
        };
    }

    /// <summary>Answers with one record, or that there is none.</summary>
    /// <param name="find">Null where there is none.</param>
    /// <param name="names">Parameters it may be asked with, beside the language.</param>
    protected IActionResult One<TRecord>(Func<TRecord?> find, params string[] names)
        where TRecord : class
    {
        string[] known = [.. LanguageAlone, .. names];
        if (ParameterCheck.Fault(Request, ModelState, known, reader) is { } fault)
        {
            return fault;
        }

        return find() is not { } record ? NotFound() : new KeptAnswer(known, target => WriteAsync(target, writer => JsonSerializer.Serialize(writer, record, HsdsJson.Of<TRecord>()))) { IsDated = true };
    }

    /// <summary>Answers with JSON that depends on nothing but the language.</summary>
    /// <param name="write">Writes it.</param>
    /// <param name="mayBeKept">See <see cref="KeptAnswer.MayBeKept"/>.</param>
    /// <param name="language">See <see cref="KeptAnswer.Language"/>.</param>
    protected IActionResult Answer(Action<IBufferWriter<byte>> write, bool mayBeKept = true, string? language = null) =>
        ParameterCheck.Fault(Request, ModelState, LanguageAlone, reader) ?? (IActionResult)new KeptAnswer(LanguageAlone, target =>
        {
            write(target);
            return Task.CompletedTask;
        })
        {
            MayBeKept = mayBeKept,
            Language = language,
        };

    private static Task WriteAsync(IBufferWriter<byte> target, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(target, HsdsJson.WriterOptions);
        write(writer);
        return Task.CompletedTask;
    }
}
