using System.Net.Sockets;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>The default: makes the database ready and serves the site until it is stopped.</summary>
internal static class RunSite
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.Build(args);
        await SiteHost.PrepareAsync(app, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            throw new SettingException($"The setting 'urls' is wrong: the site cannot listen there. {problem.Message.TrimEnd('.')}. Choose another address with --urls, or stop the program that uses it.");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
