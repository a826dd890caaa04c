using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>A site with a bit of everything: accounts, a passkey, drafts and publications, a file that comes in, a form that was kept, a reader's report.</summary>
internal static class UsedSite
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes one.</summary>
    /// <param name="path">Where its database will be: a backup of it.</param>
    /// <returns>A reviewer, as they were signed in there.</returns>
    public static async Task<StaffPerson> MakeAsync(string path)
    {
        await using var site = new StaffSite();
        var (first, second) = (await site.NewReviewerAsync("first@moved.example", Cancel), await site.NewReviewerAsync("second@moved.example", Cancel));
        await site.InviteAsync("invited@moved.example", Cancel, new StaffGrant { Role = StaffRole.Administrator });
        await AddPasskeyAsync(site, first);
        await EditAsync(site, first, second);
        await ImportAsync(site, first);
        await ReportAsync(site);
        await KeepFormAsync(site, second);
        site.Site.Services.GetRequiredService<DatabaseBackup>().Write(path, Cancel);
        return first;
    }

    private static async Task AddPasskeyAsync(StaffSite site, StaffPerson person)
    {
        using var passkey = new SoftPasskey();
        var page = (await person.Browser.GetAsync("/admin/account/factors")).Page;
        var token = page.QuerySelector("input[name=__token]")!.GetAttribute("value")!;
        var asked = JsonNode.Parse((await person.Browser.PostAsync("/admin/account/passkeys/options", ("__token", token))).Text)!;
        var made = passkey.Create((string)asked["options"]!, site.Site.Address.GetLeftPart(UriPartial.Authority), site.Site.Address.Host);
        await person.Browser.SubmitAsync(page, "/admin/account/passkeys", ("credential", made), ("state", (string)asked["state"]!));
    }

    private static async Task EditAsync(StaffSite site, StaffPerson author, StaffPerson publisher)
    {
        var published = await site.OrganisationAsync("sisters");
        var form = EntryLinks.Task(published, "names");
        await author.Browser.SubmitAsync(form, form, ("AlsoKnownAs", "Сёстры – «Sisters» 💜"));
        var draft = await site.AskAsync(db => db.Revisions.Where(revision => revision.SubjectId == published).OrderBy(revision => revision.Number).Select(revision => revision.Id).LastAsync(Cancel));
        await author.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft));
        await publisher.Browser.SubmitAsync(EditingLinks.Review(draft), EditingLinks.Publish(draft));
        form = EntryLinks.Task(await site.OrganisationAsync("ingo"), "names");
        await author.Browser.SubmitAsync(form, form, ("AlsoKnownAs", "A draft"));
    }

    private static async Task ImportAsync(StaffSite site, StaffPerson person)
    {
        var services = site.Site.Services;
        var countries = await site.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(Cancel));
        using var table = new MemoryStream();
        await services.GetRequiredService<OrganisationExport>().WriteTableAsync(Actor.Program(countries), ',', table, Cancel);
        using var file = new MemoryStream(table.ToArray());
        await services.GetRequiredService<ImportDesk>().StartAsync(person.Id, file, Cancel);
        await services.GetRequiredService<ImportWorker>().SettleAsync();
        // What stands in a file is kept as bytes until it was read; one that was not is as good as any.
        await site.AskAsync(async db =>
        {
            db.Add(new ImportPart { ImportId = await db.Imports.Select(import => import.Id).SingleAsync(Cancel), Number = 1000, Content = [0, 1, 2, 255] });
            return await db.SaveChangesAsync(Cancel);
        });
    }

    private static async Task ReportAsync(StaffSite site)
    {
        var page = $"{SiteFixture.En}/providers/sisters";
        await site.NewVisitor(Cancel).SubmitAsync(page, $"{page}/report", ("kind", "NobodyAnswered"));
    }

    private static async Task KeepFormAsync(StaffSite site, StaffPerson person)
    {
        var page = (await person.Browser.GetAsync("/admin/account/name")).Page;
        site.Clock.Advance(StaffSession.IdleLimit);
        await person.Browser.SubmitAsync(page, "/admin/account/name", ("name", "Typed before the session ended"));
    }
}
