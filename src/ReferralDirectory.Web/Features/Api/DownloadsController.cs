using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds.Files;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>The whole directory as a file.</summary>
public sealed class DownloadsController(HsdsReader reader, ApiOptions options, ApiLimits limits, TimeProvider time) : HsdsController(reader)
{
    /// <summary>The media type of the spreadsheet.</summary>
    public const string TableType = "text/csv";

    private const string Root = ApiAddress.Root + "/downloads/directory";

    // Another build may write the same content otherwise.
    private static readonly string Build = typeof(DownloadsController).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..8];

    // Stands in each file.
    private string Licence => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.LicenceName} {options.LicenceAddress}")))[..8];

    [PageRoute(Root + ".json")]
    [EndpointSummary("The whole directory as one JSON document.")]
    [ProducesResponseType<Stream>(StatusCodes.Status200OK, "application/json")]
    public Task<IActionResult> Document() => SendAsync("json", "application/json", (target, edition, cancel) =>
        HsdsDocument.WriteAsync(target, Hsds.Directory, Hsds.Mapping, edition, cancel));

    [PageRoute(Root + ".zip")]
    [EndpointSummary("The whole directory as CSV, a file a table, with a Frictionless data package.")]
    [ProducesResponseType<Stream>(StatusCodes.Status200OK, "application/zip")]
    public Task<IActionResult> Tables() => SendAsync("zip", "application/zip", (target, edition, cancel) =>
        HsdsPackage.WriteAsync(target, Hsds.Directory, Hsds.Mapping, edition, cancel));

    [PageRoute(Root + ".csv")]
    [EndpointSummary("The whole directory as one table for a spreadsheet, a service a line.")]
    [ProducesResponseType<Stream>(StatusCodes.Status200OK, TableType)]
    public Task<IActionResult> Spreadsheet() => SendAsync("csv", TableType + "; charset=utf-8", (target, edition, cancel) =>
        HsdsSpreadsheet.WriteAsync(target, Hsds.Directory, Hsds.Mapping, [.. HsdsSpreadsheet.Columns.Select(column => Hsds.Texts[$"Api.Column.{column}"])], edition, cancel));

    private async Task<IActionResult> SendAsync(string extension, string mediaType, Func<Stream, HsdsEdition, CancellationToken, Task> write)
    {
        if (ParameterCheck.Fault(Request, ModelState, LanguageAlone, Hsds) is { } fault)
        {
            return fault;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var version = await Task.Run(() => HsdsContentVersion.Of(Hsds.Directory, now));
        var headers = Response.Headers;
        headers.ContentLanguage = Hsds.LanguagesOfAll;
        ApiCaching.Allow(HttpContext, mayBeShared: true);
        var isKnown = AnswerDate.IsKnown(HttpContext, Hsds);
        if (AnswerTag.IsKnown(HttpContext, $"{version}-{Hsds.Language}-{Build}-{Licence}") || isKnown)
        {
            return new EmptyResult();
        }

        var isSent = !HttpMethods.IsHead(Request.Method);
        if (isSent && !limits.AdmitExport(HttpContext))
        {
            Response.Clear();
            return ProblemAnswer.For(Hsds.Texts, StatusCodes.Status429TooManyRequests);
        }

        headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=directory-{now:yyyy-MM-dd}.{extension}");
        Response.ContentType = mediaType;
        if (isSent)
        {
            await write(Response.Body, new HsdsEdition(now, version, options.LicenceName, options.LicenceAddress, Hsds.Language), HttpContext.RequestAborted);
        }

        return new EmptyResult();
    }
}
