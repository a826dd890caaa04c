using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>The program as it is delivered: what it does with a good start and a bad one.</summary>
public sealed class StartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFirstStart_MakesTheDatabase_AndASecondOneReusesIt()
    {
        using var folder = new TempFolder();
        if (TestDatabase.IsPostgres)
        {
            TestDatabase.MakeEmpty(folder[SiteProcess.DatabaseFile]);
        }

        var first = await RunAndStopAsync(folder);
        var second = await RunAndStopAsync(folder);

        Assert.Contains("Content loaded: 1 countries, 15 organisations", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Content loaded", second, StringComparison.Ordinal);
        Assert.DoesNotContain("WRN", first + second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStartOnAReadyDatabase_LoadsNothingThatTheFirstPageCanDoWithout()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which files a process has mapped is read from /proc.");
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);

        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        await client.GetStringAsync(SiteFixture.Ru, Cancel);
        var loaded = process.LoadedLibraries();

        Assert.Contains("ReferralDirectory.Core", loaded);
        Assert.DoesNotContain("System.CommandLine", loaded);
        Assert.DoesNotContain("PhoneNumbers", loaded);
        Assert.DoesNotContain("Microsoft.EntityFrameworkCore.Sqlite", loaded);
        Assert.DoesNotContain("Npgsql.EntityFrameworkCore.PostgreSQL", loaded);
        Assert.Equal(TestDatabase.IsPostgres, loaded.Contains("Npgsql"));
        Assert.DoesNotContain("YamlDotNet", loaded);
        Assert.DoesNotContain("CsvHelper", loaded);
        Assert.DoesNotContain(loaded, library => library.StartsWith("OpenTelemetry", StringComparison.Ordinal));
    }

    [Fact, Trait("Database", "Either")]
    public async Task AStart_LeavesTheKeysOfTheAdminAreaAlone()
    {
        await using var site = new TestSite().Start();

        Assert.DoesNotContain(site.Services.GetServices<IHostedService>(), service => service.GetType().Namespace!.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal));
    }

    [Theory, Trait("Database", "Either")]
    [InlineData("Site:ExitAddress", "javascript:alert(1)", "The setting 'Site:ExitAddress' is wrong: it must be an address that starts with https:// or http://.")]
    [InlineData("Site:PublicAddress", "directory.example", "The setting 'Site:PublicAddress' is wrong: it must be scheme and host only, such as https://directory.example.")]
    [InlineData("Site:CdnCacheSeconds", "-1", "The setting 'Site:CdnCacheSeconds' is wrong: it must be a number of seconds from 0 to 3600.")]
    [InlineData("Site:CdnCacheSeconds", "soon", "The setting 'Site:CdnCacheSeconds' is wrong: it must be a number of seconds from 0 to 3600.")]
    [InlineData("Site:PageCacheMegabytes", "0", "The setting 'Site:PageCacheMegabytes' is wrong: it must be a number of megabytes from 1 to 16384.")]
    [InlineData("Site:TimeZone", "Moscow", "The setting 'Site:TimeZone' is wrong: it must be the name of a time zone, such as Europe/Moscow.")]
    [InlineData("Site:Country", "atlantis", "The setting 'Site:Country' is wrong: there is no country 'atlantis'; there are russian-federation.")]
    [InlineData("Site:ExitAdress", "https://weather.example", "The setting 'Site:ExitAdress' is not known")]
    [InlineData("Database:Provider", "Oracle", "The setting 'Database:Provider' is wrong: it must be SQLite or PostgreSQL.")]
    [InlineData("Database:Create", "no", "The setting 'Database:Create' is wrong: it must be true or false.")]
    [InlineData("Database:Path", "", "The setting 'Database:Path' is wrong: it must be the path of a file.")]
    [InlineData("Metrics:Endpoint", "localhost:4318", "The setting 'Metrics:Endpoint' is wrong: it must be an address that starts with https:// or http://, such as http://localhost:4318.")]
    [InlineData("Metrics:IntervalSeconds", "0", "The setting 'Metrics:IntervalSeconds' is wrong: it must be a number of seconds from 1 to 3600.")]
    [InlineData("Metrics:Endpiont", "http://localhost:4318", "The setting 'Metrics:Endpiont' is not known")]
    [InlineData("Content:Path", "no/such/folder", "The setting 'Content:Path' is wrong: there is no folder")]
    [InlineData("urls", "http://", "The setting 'urls' is wrong: 'http://' is not an address to listen on")]
    [InlineData("urls", "http://localhost:99999", "The setting 'urls' is wrong: 'http://localhost:99999' is not an address to listen on")]
    [InlineData("urls", "https://localhost:0", "The setting 'urls' is wrong: the site cannot listen there")]
    [InlineData("urls", "http://1.2.3.4:5191", "The setting 'urls' is wrong: the site cannot listen there")]
    public async Task AWrongSetting_StopsTheStart_WithASentenceThatNamesIt(string name, string value, string expected)
    {
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        var arguments = new List<string> { $"--{name}={value}" };
        if (name != "urls")
        {
            arguments.Add("--urls=http://127.0.0.1:0");
        }

        await AssertRefusedAsync(folder, expected, [.. arguments]);
    }

    [Theory, Trait("Database", "Either")]
    [InlineData("SQLite", "Host=localhost;Database=directory;Password=secret", "The setting 'Database:ConnectionString' is wrong: it is for PostgreSQL")]
    [InlineData("PostgreSQL", "", "The setting 'Database:ConnectionString' is wrong: it must name the server and the database, such as Host=localhost;Database=directory")]
    [InlineData("PostgreSQL", "Hst=localhost;Database=directory;Password=secret", "The setting 'Database:ConnectionString' is wrong: it must name the server and the database")]
    public async Task AServerThatIsNotNamed_StopsTheStart_WithASentenceThatKeepsThePassword(string provider, string connectionString, string expected)
    {
        using var folder = new TempFolder();

        Assert.DoesNotContain("secret", await AssertRefusedAsync(folder, expected, $"--Database:Provider={provider}", $"--Database:ConnectionString={connectionString}"), StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "Either")]
    public async Task AnUnknownCommand_IsNamed()
    {
        using var folder = new TempFolder();

        await AssertRefusedAsync(folder, "There is no command 'migrat'; --help lists the commands.", "migrat");
    }

    [Fact, Trait("Database", "Either")]
    public async Task APortInUse_IsNamed()
    {
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        await AssertRefusedAsync(folder, $"{address}: address already in use. Choose another address with --urls, or stop the program that uses it.", "--urls", address);
    }

    [Fact]
    public async Task FaultyContent_IsReportedWholeWithFileAndLine_AndLeavesNoDatabase()
    {
        using var folder = new TempFolder();
        var data = folder.CopyOfData();
        await AppendAsync(Path.Combine(data, "russian-federation", "organisations", "stellit.yaml"), "colour: red\n");
        await AppendAsync(Path.Combine(data, "russian-federation", "organisations", "galaktika.yaml"), "  - phone: \"+7 12\"\n");

        var output = await AssertRefusedAsync(folder, "2 faults; nothing was loaded.", "--Content:Path", data);

        Assert.Contains("russian-federation/organisations/stellit.yaml:29: 'colour' is not known here; check the spelling.", output, StringComparison.Ordinal);
        Assert.Contains("russian-federation/organisations/galaktika.yaml:30: '+7 12' is not a telephone number", output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["referral-directory.db"]));
    }

    [Fact, Trait("Database", "Either")]
    public async Task Check_ReadsTheContent_AndOpensNoDatabase()
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, "check");

        Assert.Equal(0, await process.ExitAsync(Cancel));
        Assert.Contains("No faults: 1 countries, 15 organisations, 2 languages.", process.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact, Trait("Database", "Either")]
    public async Task Check_NamesTheInterfaceTextsThatALanguageLacks()
    {
        using var folder = new TempFolder();
        var data = folder.CopyOfData();
        foreach (var file in Directory.GetFiles(data, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, Cancel);
            await File.WriteAllTextAsync(file.Replace(".ru.", ".uk.", StringComparison.Ordinal), text.Replace("ru:", "uk:", StringComparison.Ordinal).Replace("tag: ru", "tag: uk", StringComparison.Ordinal).Replace("own-language: ru", "own-language: uk", StringComparison.Ordinal), Cancel);
            if (file.Contains(".ru.", StringComparison.Ordinal))
            {
                File.Delete(file);
            }
        }

        await using var process = new SiteProcess(folder, "check", "--Content:Path", data);

        Assert.Equal(1, await process.ExitAsync(Cancel));
        Assert.Contains("The texts of the interface lack Strings.uk.resx", process.Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Migrate_MakesTheDatabaseReady_AndStops()
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, "migrate", "--Database:Path", "other.db");

        Assert.Equal(0, await process.ExitAsync(Cancel));
        Assert.Contains("The database is ready.", process.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["other.db"]));
    }

    [Theory, Trait("Database", "Either")]
    [InlineData("--help")]
    [InlineData("--urls", "http://127.0.0.1:0", "-h")]
    public async Task Help_ListsTheCommands(params string[] arguments)
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, arguments);

        Assert.Equal(0, await process.ExitAsync(Cancel));
        Assert.Contains("Bring the database to this version", process.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static async Task<string> RunAndStopAsync(TempFolder folder)
    {
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        Assert.Contains("8 (800) 550-71-40", await client.GetStringAsync(SiteFixture.Ru, Cancel), StringComparison.Ordinal);
        Assert.Equal(0, await process.StopAsync(Cancel));
        return process.Output;
    }

    private static async Task<string> AssertRefusedAsync(TempFolder folder, string expected, params string[] arguments)
    {
        await using var process = new SiteProcess(folder, arguments);

        Assert.Equal(1, await process.ExitAsync(Cancel));
        Assert.Contains(expected, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        return process.Output;
    }

    private static async Task AppendAsync(string file, string text) => await File.AppendAllTextAsync(file, text, Cancel);
}
