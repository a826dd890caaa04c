using System.Globalization;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>Organisations as files.</summary>
public sealed class ExportsController(CurrentActor current, OrganisationExport export, TimeProvider time, Texts texts) : AdminController(texts)
{
    [PageRoute(ImportLinks.Table)]
    public Task Table(string? other, CancellationToken cancellationToken)
    {
        Begin("text/csv; charset=utf-8", "csv");
        return export.WriteTableAsync(current.Actor, SeparatorOf(CultureInfo.CurrentCulture, other is not null), Response.Body, cancellationToken);
    }

    [PageRoute(ImportLinks.List)]
    public Task List(CancellationToken cancellationToken)
    {
        Begin("application/json", "json");
        return export.WriteListAsync(current.Actor, Response.Body, cancellationToken);
    }

    // Where numbers have a decimal comma, spreadsheets separate cells by semicolons.
    private static char SeparatorOf(CultureInfo culture, bool other) => (culture.NumberFormat.NumberDecimalSeparator == ",") == other ? ',' : ';';

    private void Begin(string type, string extension)
    {
        Response.ContentType = type;
        Response.Headers.ContentDisposition = $"attachment; filename=organisations-{time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{extension}";
    }
}
