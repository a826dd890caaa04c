using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ReferralDirectory.Testing;

/// <summary>The whole site on real Kestrel and a real database of its own; every protection is on.</summary>
/// <param name="settings">As on the command line, e.g. <c>Site:ExitAddress</c>.</param>
/// <param name="services">What a test adds, such as endpoints that fail.</param>
public sealed class TestSite(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null) : WebApplicationFactory<Program>
{
    /// <summary>Where the site is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A client that follows no redirect, keeps no cookie and decodes nothing.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The site's files.</summary>
    public TempFolder Folder { get; } = new();

    /// <summary>Its SQLite file, or what stands for it: see <see cref="TestDatabase"/>.</summary>
    public string DatabasePath => Folder["site.db"];

    /// <summary>Starts the site on a free port.</summary>
    public TestSite Start()
    {
        if (settings?.ContainsKey("Content:Path") is not true)
        {
            TestDatabase.MakeReady(DatabasePath);
        }

        UseKestrel();
        StartServer();
        Address = ClientOptions.BaseAddress;
        Client = NewClient();
        return this;
    }

    /// <summary>Another client of the same kind.</summary>
    /// <param name="from">The address of this machine that it calls from; null for any.</param>
    public HttpClient NewClient(IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        return new HttpClient(handler) { BaseAddress = Address };
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As a setting: the factory's own way changes it beside the site, which may have started by then.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        foreach (var (name, value) in TestDatabase.Settings(DatabasePath).Concat(settings ?? new Dictionary<string, string>()))
        {
            builder.UseSetting(name, value);
        }

        if (services is not null)
        {
            builder.ConfigureServices(services);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }
}
