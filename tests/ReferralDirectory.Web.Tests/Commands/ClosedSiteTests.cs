using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>A start whose database cannot be used: the program stays, says what is wrong, changes nothing, and opens by itself.</summary>
public sealed class ClosedSiteTests
{
    private const string AnyNumber = "8 (8";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Files => new()
    {
        { "damaged", "file is not a database", "The database is damaged and cannot be read." },
        { "damaged inside", "database disk image is malformed", "The database is damaged and cannot be read." },
        { "foreign", "it is a database of something else", "There is no directory in the database." },
        { "newer", "it was made by a newer version of this program", "The database was changed by a newer version of this program." },
    };

    [Theory, Trait("Database", "SQLite")]
    [MemberData(nameof(Files))]
    public async Task AFileThatCannotBeUsed_IsSaidAndStaysAsItIs(string kind, string sentence, string reason)
    {
        using var folder = new TempFolder();
        var path = folder[SiteProcess.DatabaseFile];
        await MakeAsync(kind, path);
        var before = await File.ReadAllBytesAsync(path, Cancel);

        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = Client(await process.ListeningAsync(Cancel));
        await AssertClosedAsync(client, reason);

        Assert.Contains($"The database '{path}' cannot be used: ", process.Output, StringComparison.Ordinal);
        Assert.Contains(sentence, process.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancel));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task AFileThatIsReplaced_OpensTheSite_AndNoneIsMadeMeanwhile()
    {
        using var folder = new TempFolder();
        var path = folder[SiteProcess.DatabaseFile];
        await MakeAsync("damaged inside", path);
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = Client(await process.ListeningAsync(Cancel));
        await AssertReasonAsync(client, "The database is damaged and cannot be read.");

        // Nothing of the old one may be held any more.
        File.Delete(path);
        await AssertReasonAsync(client, "The database is not where the settings say.");
        Assert.False(File.Exists(path));
        TestDatabase.MakeReady(path);
        await AssertOpensAsync(client);
        Assert.Equal(0, await process.StopAsync(Cancel));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task AFolderThatIsNotThere_IsSaid_AndTheSiteOpensWhenItIs()
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0", "--Database:Path", "disk/site.db");
        using var client = Client(await process.ListeningAsync(Cancel));

        await AssertClosedAsync(client, "The database is not where the settings say.");
        Assert.Contains("Set Database__Path to a file in a folder that can be written", process.Output, StringComparison.Ordinal);

        Directory.CreateDirectory(folder["disk"]);
        await AssertReasonAsync(client, "The database is not where the settings say.");
        TestDatabase.MakeReady(folder["disk/site.db"]);
        await AssertOpensAsync(client);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task AFileThatIsGone_IsNotMadeAnew_WhereThatIsNotWanted()
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0", "--Database:Create", "false");
        using var client = Client(await process.ListeningAsync(Cancel));

        await AssertClosedAsync(client, "The database is not where the settings say.");
        Assert.False(File.Exists(folder[SiteProcess.DatabaseFile]));
    }

    [Fact, Trait("Database", "Either")]
    public async Task AServerThatIsNotThere_IsSaidWithoutItsPassword_AndTheSiteOpensWhenItIs()
    {
        using var folder = new TempFolder();
        using var server = new RelayedServer();
        await using (var first = new TestSite(server.Settings).Start())
        {
            // It makes the directory.
        }

        var port = server.Relay.Port;
        server.Relay.Stop();
        await using var process = new SiteProcess(folder, "--urls=http://127.0.0.1:0", "--Database:Provider=PostgreSQL", $"--Database:ConnectionString={server.Settings["Database:ConnectionString"]};Password=secret");
        using var client = Client(await process.ListeningAsync(Cancel));

        await AssertClosedAsync(client, "The database does not answer.");
        Assert.Contains($"Failed to connect to 127.0.0.1:{port}. Check Database__ConnectionString", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", process.Output, StringComparison.Ordinal);

        server.Relay.StartAgain(port);
        await AssertOpensAsync(client);
    }

    // The name is one that no server has (RFC 6761).
    [Fact, Trait("Database", "Either")]
    public async Task AServerWhoseNameLeadsNowhere_IsSaid()
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, "--urls=http://127.0.0.1:0", "--Database:Provider=PostgreSQL", "--Database:ConnectionString=Host=nowhere.invalid;Database=directory;Username=directory");
        using var client = Client(await process.ListeningAsync(Cancel));

        await AssertClosedAsync(client, "The database does not answer.");
        Assert.Equal(0, await process.StopAsync(Cancel));
    }

    // A newer version was killed: what it wrote last lies beside the file, and belongs to it.
    [Theory, Trait("Database", "SQLite")]
    [InlineData(false, "The database was changed by a newer version of this program.")]
    [InlineData(true, "The database is damaged and cannot be read.")]
    public async Task AFileWithALogBesideIt_StaysAsItIs_AndSoDoesTheLog(bool isTorn, string reason)
    {
        using var folder = new TempFolder();
        var path = folder[SiteProcess.DatabaseFile];
        using var whole = new TempFolder();
        TestDatabase.MakeReady(whole["whole.db"]);
        using (var writer = TestDatabase.Connect(whole["whole.db"]))
        {
            using var command = writer.CreateCommand();
            command.CommandText = "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('20991231000000_Later', '10.0.0')";
            await command.ExecuteNonQueryAsync(Cancel);
            File.Copy(whole["whole.db"], path);
            File.Copy(whole["whole.db-wal"], path + "-wal");
        }

        if (isTorn)
        {
            await File.WriteAllBytesAsync(path, [], Cancel);
        }

        var (file, log) = (await File.ReadAllBytesAsync(path, Cancel), await File.ReadAllBytesAsync(path + "-wal", Cancel));
        Assert.NotEmpty(log);

        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = Client(await process.ListeningAsync(Cancel));
        await AssertClosedAsync(client, reason);
        Assert.Equal(0, await process.StopAsync(Cancel));

        Assert.Equal(file, await File.ReadAllBytesAsync(path, Cancel));
        Assert.Equal(log, await File.ReadAllBytesAsync(path + "-wal", Cancel));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task WhereTheContentHasFaultsAsWell_TheDatabaseIsNamed_AndThePageHasNoNumber()
    {
        using var folder = new TempFolder();
        await MakeAsync("damaged", folder[SiteProcess.DatabaseFile]);
        Directory.CreateDirectory(folder["data"]);
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0", "--Content:Path", "data");
        using var client = Client(await process.ListeningAsync(Cancel));

        using var page = await client.GetAsync(SiteFixture.Ru, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("The directory cannot be shown now", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("file is not a database", process.Output, StringComparison.Ordinal);
    }

    [Theory, Trait("Database", "SQLite")]
    [InlineData(true, "The disk of the database is full: nothing can be written to it.")]
    [InlineData(false, "The database can be read, but nothing can be written to it.")]
    public async Task ADiskThatTakesNothing_IsSaid_AndReadersSeeEveryPage(bool isFull, string reason)
    {
        using var folder = new TempFolder();
        using var disk = new SmallDisk(megabytes: 8);
        Assert.SkipUnless(disk.IsThere, "Only root on Linux may make a disk.");
        TestDatabase.MakeReady(disk["site.db"]);
        ((Action)(isFull ? disk.Fill : () => disk.Remount("ro")))();
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0", "--Database:Path", disk["site.db"]);
        using var client = Client(await process.ListeningAsync(Cancel));

        await AssertReasonAsync(client, reason);
        Assert.Contains(AnyNumber, await client.GetStringAsync($"{SiteFixture.Ru}/providers?q=приют", Cancel), StringComparison.Ordinal);
        using var admin = await client.GetAsync("/admin/sign-in", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, admin.StatusCode);
        Assert.Contains("The public pages go on as they are", await admin.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        ((Action)(isFull ? disk.MakeRoom : () => disk.Remount("rw")))();
        await AssertOpensAsync(client);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task AClosedSite_IsStoppedAsAnyOther()
    {
        using var folder = new TempFolder();
        await MakeAsync("damaged", folder[SiteProcess.DatabaseFile]);
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        await process.ListeningAsync(Cancel);

        Assert.Equal(0, await process.StopAsync(Cancel));
    }

    private static async Task MakeAsync(string kind, string path)
    {
        if (kind == "damaged")
        {
            await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("Dear diary, this is not a database. ", 200)), Cancel);
            return;
        }

        if (kind == "foreign")
        {
            TestDatabase.Execute(path, "CREATE TABLE Recipes (Name TEXT)");
            return;
        }

        TestDatabase.MakeReady(path);
        if (kind == "newer")
        {
            TestDatabase.Execute(path, "INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('20991231000000_Later', '10.0.0')");
            return;
        }

        // The second half of it: the first page, which says that it is a database and of which tables, is whole.
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var half = new byte[file.Length / 2];
        Array.Fill(half, (byte)0xA5);
        file.Position = file.Length - half.Length;
        await file.WriteAsync(half, Cancel);
    }

    private static HttpClient Client(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        return client;
    }

    private static async Task AssertClosedAsync(HttpClient client, string reason)
    {
        await AssertAsync("/health/live", HttpStatusCode.OK, "Healthy");
        await AssertAsync("/health/ready", HttpStatusCode.ServiceUnavailable, reason);
        foreach (var address in new[] { SiteFixture.Ru, $"{SiteFixture.Ru}/providers?q=приют", "/sitemap.xml", "/nowhere" })
        {
            var page = await AssertAsync(address, HttpStatusCode.ServiceUnavailable, "tel:112");
            Assert.DoesNotContain(AnyNumber, page, StringComparison.Ordinal);
        }

        await AssertAsync("/api/nowhere", HttpStatusCode.ServiceUnavailable, "\"status\":503");
        await AssertAsync("/admin/nowhere", HttpStatusCode.ServiceUnavailable, reason);
        await AssertAsync("/admin/sign-in", HttpStatusCode.ServiceUnavailable, reason);
        await AssertAsync("/exit", HttpStatusCode.SeeOther, "");
        using var form = new FormUrlEncodedContent([new("name", "typed"), new("__owner", "made-up")]);
        using var sent = await client.PostAsync("/admin/account/name", form, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);

        async Task<string> AssertAsync(string address, HttpStatusCode status, string expected)
        {
            using var answer = await client.GetAsync(address, Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Equal((address, status), (address, answer.StatusCode));
            Assert.Contains(expected, text, StringComparison.Ordinal);
            return text;
        }
    }

    // By itself: within the pause and the time of a start.
    private static async Task AssertOpensAsync(HttpClient client)
    {
        await AssertReasonAsync(client, "Healthy");
        Assert.Contains(AnyNumber, await client.GetStringAsync(SiteFixture.Ru, Cancel), StringComparison.Ordinal);
        using var admin = await client.GetAsync("/admin/sign-in", Cancel);
        Assert.Equal(HttpStatusCode.OK, admin.StatusCode);
    }

    // Sooner or later.
    private static async Task AssertReasonAsync(HttpClient client, string reason)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var ready = await client.GetAsync("/health/ready", limit.Token);
            if (await ready.Content.ReadAsStringAsync(limit.Token) == reason)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}
