using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Reports;

/// <summary>
/// A reader says with one tap that a contact did not work. Nothing of the reader is kept, and nothing that the public sees changes by
/// it: it asks staff to look.
/// </summary>
public sealed class ReportsController(Reader reader, ReportDesk desk, ReportLimit limit, Texts texts) : Controller
{
    private const string Provider = ReaderRouteConstraints.CountryRoot + "/providers/{provider}";

    /// <summary>Bytes of the form, with room to spare.</summary>
    private const int FormMaxBytes = 1024;

    /// <summary>Harmless and anonymous: without a token, which would need a cookie.</summary>
    [HttpPost(Provider + Links.ReportEnd)]
    [RequestSizeLimit(FormMaxBytes)]
    [IgnoreAntiforgeryToken]
    [NeverMeasured]
    public async Task<IActionResult> Report(string provider, [FromForm] string? contact, [FromForm] ReportKind? kind)
    {
        if (!ModelState.IsValid || kind is not { } said || !Enum.IsDefined(said))
        {
            return BadRequest();
        }

        if (reader.Country.FindProvider(provider) is not { } found)
        {
            return NotFound();
        }

        // The contact has changed since the page was made: the reader is shown what it is now.
        return found.Contacts.FirstOrDefault(candidate => candidate.Key == contact) is { } meant
            ? await StoreAsync(meant, said) is { } failed ? StatusCode(failed) : SeeOther(reader.Links.Thanks(found.Slug))
            : SeeOther(reader.Links.Provider(found.Slug));
    }

    [PageRoute(Provider + "/thanks")]
    [NotIndexed]
    public IActionResult Thanks(string provider) => reader.Country.FindProvider(provider) is { } found ? View(ThanksPage.For(reader, texts, found)) : NotFound();

    // Not ended by a reader who leaves: it takes no time. Null where it is stored, or said already.
    private async Task<int?> StoreAsync(PublishedContact contact, ReportKind kind)
    {
        var report = $"{contact.Id} {kind}";
        if (limit.Take(HttpContext, report) is not { } isNew)
        {
            return StatusCodes.Status429TooManyRequests;
        }

        try
        {
            if (isNew)
            {
                await desk.AddAsync(contact.Id, kind, CancellationToken.None);
            }

            return null;
        }
        catch (DbException)
        {
            limit.GiveBack(HttpContext, report);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private StatusCodeResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
