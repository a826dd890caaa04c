using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>The site over real TLS, with a certificate made for the test.</summary>
internal sealed class SecureSite : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly WebApplication app;

    public SecureSite()
    {
        var certificate = folder["test.pfx"];
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            File.WriteAllBytes(certificate, made.Export(X509ContentType.Pfx, "test"));
        }

        app = SiteHost.Build(
        [
            // Or MVC takes the tests for the site, and finds none of its pages.
            "--applicationName=ReferralDirectory.Web",
            .. TestDatabase.Settings(folder["site.db"]).Select(setting => $"--{setting.Key}={setting.Value}"),
            "--Kestrel:Endpoints:Secure:Url=https://127.0.0.1:0",
            $"--Kestrel:Endpoints:Secure:Certificate:Path={certificate}",
            "--Kestrel:Endpoints:Secure:Certificate:Password=test",
        ]);
        SiteHost.PrepareAsync(app, CancellationToken.None).GetAwaiter().GetResult();
        app.StartAsync().GetAwaiter().GetResult();
        Client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.Subject == "CN=localhost" } }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
