using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Exchange.Hsds.Imports;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Whoever decides about what comes from a file knows what the file says besides.</summary>
public sealed class HsdsImportRemarkTests
{
    private const string File =
        """
        [{ "id": "1", "name": "House of Hope", "description": "Do not call from home", "phones": [{ "number": "8 (3952) 20-00-01" }],
           "services": [{ "id": "2", "name": "Beds", "description": "A bed for the first nights", "alert": "Closed since the fire", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }] }] }]
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsLeftOut_StandsWhereSomebodyDecides()
    {
        await using var site = new StaffSite();
        var importer = await site.NewReviewerAsync("importer@staff.example", Cancel);
        var reviewer = await site.NewReviewerAsync("reviewer@staff.example", Cancel);
        var services = site.Site.Services;
        using var list = new MemoryStream();
        await services.GetRequiredService<HsdsImport>().WriteListAsync(new MemoryStream(Encoding.UTF8.GetBytes(File)), list, HsdsImportTests.Options with { Language = "en", Source = "guide" }, Cancel);
        list.Position = 0;
        var desk = services.GetRequiredService<ImportDesk>();
        var id = (await desk.StartAsync(importer.Id, list, Cancel))!.Value;
        await services.GetRequiredService<ImportWorker>().SettleAsync();
        var before = (await importer.Browser.GetAsync($"/admin/imports/{id}")).Page.QuerySelector("main").Words();
        Assert.True(await desk.ProposeAsync(importer.Id, id, Cancel));
        await services.GetRequiredService<ImportWorker>().SettleAsync();
        var revision = await site.AskAsync(db => db.Revisions.SingleAsync(Cancel));

        var page = (await reviewer.Browser.GetAsync($"/admin/review/{revision.Id}")).Page.QuerySelector("main").Words();

        Assert.All(new[] { before, page }, shown => Assert.Contains("alert: Closed since the fire", shown, StringComparison.Ordinal));
        Assert.Contains("description: Do not call from home", page, StringComparison.Ordinal);
    }
}
