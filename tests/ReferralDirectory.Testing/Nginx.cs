using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReferralDirectory.Testing;

/// <summary>The machine's nginx, with <c>docs/deploy/nginx.conf</c> as it is delivered: only names, ports and folders are others.</summary>
public sealed class Nginx : IDisposable
{
    private static readonly string[] Programs = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"];

    private readonly TempFolder folder = new();
    private readonly string fingerprint;
    private readonly Process process;

    /// <param name="ports">Of the instances behind it, as many as the file has.</param>
    public Nginx(IReadOnlyList<int> ports)
    {
        var (http, https) = (FreePort(), FreePort());
        Address = new Uri($"https://localhost:{https}");
        PlainAddress = new Uri($"http://localhost:{http}");
        fingerprint = Certify();
        var site = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deploy", "nginx.conf"));
        foreach (var (old, now) in new[]
        {
            ("listen 80 default_server;", $"listen 127.0.0.1:{http} default_server;"),
            ("listen 80;", $"listen 127.0.0.1:{http};"),
            ("listen 443 ssl http2;", $"listen 127.0.0.1:{https} ssl http2;"),
            ("directory.example;", "localhost;"),
            ("/etc/letsencrypt/live/directory.example/", $"{folder.Path}/"),
            ("127.0.0.1:5081", $"127.0.0.1:{ports[0]}"),
            ("127.0.0.1:5082", $"127.0.0.1:{ports[1]}"),
        })
        {
            site = site.Contains(old, StringComparison.Ordinal) ? site.Replace(old, now, StringComparison.Ordinal) : throw new InvalidOperationException($"docs/deploy/nginx.conf has no '{old}' any more.");
        }

        File.WriteAllText(folder["site.conf"], site);
        File.WriteAllText(folder["nginx.conf"], string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off; {{(Environment.UserName == "root" ? "user root;" : "")}} worker_processes 1; pid {{folder["pid"]}}; error_log {{folder["errors"]}};
            events { worker_connections 1024; }
            http {
              client_body_temp_path {{folder["body"]}}; proxy_temp_path {{folder["proxy"]}}; fastcgi_temp_path {{folder["fastcgi"]}}; uwsgi_temp_path {{folder["uwsgi"]}}; scgi_temp_path {{folder["scgi"]}};
              include {{folder["site.conf"]}};
            }
            """));
        process = Process.Start(new ProcessStartInfo(Find() ?? throw new InvalidOperationException("Install nginx."), ["-c", folder["nginx.conf"], "-e", folder["errors"]]))!;
    }

    /// <summary>Where the site is, by TLS.</summary>
    public Uri Address { get; }

    /// <summary>Where it leads there from.</summary>
    public Uri PlainAddress { get; }

    /// <summary>What nginx itself complains of, such as a file it cannot read.</summary>
    public string Errors => File.Exists(folder["errors"]) ? File.ReadAllText(folder["errors"]) : "";

    /// <summary>Where the program is; null where there is none.</summary>
    public static string? Find() => Array.Find(Programs, File.Exists);

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A client that follows nothing, and takes no certificate but the one that was made for the test.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == fingerprint },
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private string Certify()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(folder["fullchain.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(folder["privkey.pem"], key.ExportPkcs8PrivateKeyPem());
        return certificate.Thumbprint;
    }
}
