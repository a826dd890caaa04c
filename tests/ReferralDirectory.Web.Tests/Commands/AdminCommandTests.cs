using System.Net;
using System.Text.RegularExpressions;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>The first administrator, by the program as it is delivered; and what the admin area costs those who never see it.</summary>
public sealed partial class AdminCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact, Trait("Database", "Either")]
    public async Task Invite_PrintsALink_ThatOpensTheAccount()
    {
        using var folder = new TempFolder();
        var link = new Uri(await InviteAsync(folder, "first@staff.example")).AbsolutePath;

        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        var page = await client.GetPageAsync(link, Cancel);

        Assert.Contains("first@staff.example", page.Body.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await process.StopAsync(Cancel));
        // A link in a log would be a key in a log.
        Assert.DoesNotContain(link, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("first@", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_ForTheSameAddress_PrintsANewLink_AndTheOldOneIsDead()
    {
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        var first = new Uri(await InviteAsync(folder, "first@staff.example"));
        var second = new Uri(await InviteAsync(folder, "First@staff.example"));

        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        using var old = await client.GetAsync(first.AbsolutePath, Cancel);
        using var fresh = await client.GetAsync(second.AbsolutePath, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact, Trait("Database", "Either")]
    public async Task Invite_NamesThePublicAddress_WhereItIsSet()
    {
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);

        Assert.StartsWith("https://directory.example/admin/invitation/", await InviteAsync(folder, "first@staff.example", "--Site:PublicAddress", "https://directory.example"), StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "Either")]
    public async Task Invite_RefusesWhatIsNoAddress()
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, "admin", "invite", "nobody");

        Assert.Equal(1, await process.ExitAsync(Cancel));
        Assert.Contains("'nobody' is not an e-mail address.", process.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task PublicPages_LoadNothingOfTheAdminArea()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        string[] never = ["Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "MailKit", "MimeKit"];
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        foreach (var address in new[] { SiteFixture.En, $"{SiteFixture.Ru}/providers?need=legal-help", $"{SiteFixture.En}/providers?q=shelter", "/en/russian-federation/nothing" })
        {
            (await client.GetAsync(address, Cancel)).Dispose();
        }

        Assert.Empty(process.LoadedLibraries().Intersect(never));
        (await client.GetAsync("/admin/sign-in", Cancel)).Dispose();
        Assert.Contains(TestDatabase.IsPostgres ? "Npgsql.EntityFrameworkCore.PostgreSQL" : "Microsoft.EntityFrameworkCore.Sqlite", process.LoadedLibraries());
    }

    private static async Task<string> InviteAsync(TempFolder folder, string email, params string[] settings)
    {
        await using var process = new SiteProcess(folder, ["admin", "invite", email, .. settings]);
        Assert.Equal(0, await process.ExitAsync(Cancel));
        return Link().Match(process.Output).Value;
    }

    [GeneratedRegex(@"https?://\S+/admin/invitation/\S+")]
    private static partial Regex Link();
}
