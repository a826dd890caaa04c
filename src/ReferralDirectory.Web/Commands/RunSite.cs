using System.Net.Sockets;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>The default: makes the database ready and serves the site until it is stopped.</summary>
internal static class RunSite
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.BuildServices(args);
        // While one core reads the directory, the other puts together what will answer.
        var preparing = Task.Run(() => SiteHost.PrepareAsync(app, cancellationToken), cancellationToken);
        app.UseReferralDirectory();
        await preparing;
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            throw new SettingException($"The setting 'urls' is wrong: the site cannot listen there. {problem.Message.TrimEnd('.')}. Choose another address with --urls, or stop the program that uses it.");
        }

        // The first pages need no index; who searches before it is built waits for it, and gets its fault, should it have one. Whoever
        // stops the site meanwhile does not wait.
        _ = app.Services.GetRequiredService<ProviderSearch>().PrepareAsync(app.Services.GetRequiredService<PublishedDirectorySource>().Current);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
