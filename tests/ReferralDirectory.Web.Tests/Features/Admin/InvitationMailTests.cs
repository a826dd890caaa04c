using System.Net;
using System.Net.Sockets;
using System.Text;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class InvitationMailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnInvitation_IsSent_WhereAMailServerIsSet()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var received = ReceiveAsync(server);
        await using var site = new StaffSite(Settings(((IPEndPoint)server.LocalEndpoint).Port));
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);

        var answer = await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "new@staff.example"), ("administrator", "true"));

        var mail = await received;
        Assert.Contains("also sent by mail", answer.Text, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<new@staff.example>", mail, StringComparison.Ordinal);
        Assert.Contains("Subject: Your account", mail, StringComparison.Ordinal);
        Assert.Contains(answer.Page.QuerySelector("#link").Words(), mail.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("https://directory.example/admin/invitation/", answer.Page.QuerySelector("#link").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnAnswerOfTheServer_TheLinkIsHandedOver()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        server.Stop();
        await using var site = new StaffSite(Settings(port));
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);

        var answer = await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "new@staff.example"), ("administrator", "true"));

        Assert.Contains("Hand it over yourself", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatTakesTheCall_AndKeepsSilent_DoesNotLoseTheLink()
    {
        // It listens, and nobody ever answers.
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var settings = Settings(((IPEndPoint)server.LocalEndpoint).Port);
        settings["Mail:Timeout"] = "1";
        await using var site = new StaffSite(settings);
        var administrator = await site.NewAdministratorAsync("a@staff.example", Cancel);

        var answer = await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "new@staff.example"), ("administrator", "true"));

        Assert.Contains("Hand it over yourself", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor(Cancel).GetAsync(new Uri(answer.Page.QuerySelector("#link").Words()).AbsolutePath)).Status);
    }

    private static Dictionary<string, string> Settings(int port) => new()
    {
        ["Site:PublicAddress"] = "https://directory.example",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Encryption"] = "None",
        ["Mail:From"] = "directory@directory.example",
    };

    private static async Task<string> ReceiveAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync(Cancel);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var all = new StringBuilder();
        await writer.WriteLineAsync("220 test");
        var inData = false;
        while (await reader.ReadLineAsync(Cancel) is { } line)
        {
            all.Append(line).Append("\r\n");
            if (inData && line != ".")
            {
                continue;
            }

            inData = line == "DATA";
            await writer.WriteLineAsync(inData ? "354 go on" : line == "QUIT" ? "221 bye" : "250 ok");
        }

        return all.ToString();
    }
}
