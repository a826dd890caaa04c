using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReferralDirectory.Web.Tests.Infrastructure;

public sealed class MalformedRequestTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET /en/russian-federation/providers?q=%ED%A0%80%ff%fe HTTP/1.1\r\nHost: x\r\n", 200)]
    [InlineData("GET /en/russian-federation/providers?q=%00%1b%7f HTTP/1.1\r\nHost: x\r\n", 200)]
    [InlineData("GET /en/russian-federation/providers?q=%zz&%=%%% HTTP/1.1\r\nHost: x\r\n", 200)]
    [InlineData("GET /en/russian-federation/providers?q=a&q=b HTTP/1.1\r\nHost: x\r\n", 400)]
    [InlineData("GET /en/russian-federation/providers?page=99999999999999999999 HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET /en/russian-federation/providers?page=0 HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET /en/russian-federation/providers?page=-1 HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET /en/russian-federation/%ff%fe HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET /en/russian-federation/%00 HTTP/1.1\r\nHost: x\r\n", 400)]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET /en\\russian-federation HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\nHost: x\r\n", 505)]
    [InlineData("G E T / HTTP/1.1\r\nHost: x\r\n", 400)]
    [InlineData("GET /sitemap.xml HTTP/1.1\r\nHost: <script>\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: ;;;q=x,,\u0001\r\n", 303)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: ;;q=9,,=\r\n", 303)]
    [InlineData("POST /en/russian-federation HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n", 400)]
    public async Task AMalformedRequest_IsTheSendersFault_NeverOurs(string request, int expected)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, site.Site.Address.Port, Cancel);
        await using var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.Latin1.GetBytes(request + "Connection: close\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var statusLine = await reader.ReadLineAsync(Cancel);

        Assert.Equal(expected, int.Parse(statusLine!.Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
