using System.Net.Sockets;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>The default: makes the database ready and serves the site until it is stopped.</summary>
internal static class RunSite
{
    /// <summary>How long a reader who came with the start has the machine alone, before the index is built.</summary>
    private static readonly TimeSpan FirstPage = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = SiteHost.BuildServices(args);
        // While one core reads the directory, the other puts together what will answer. Who stops the program meanwhile ends it at
        // once: whatever the database was undergoing, the next start finishes.
        var preparing = Task.Run(() => SiteHost.PrepareAsync(app, CancellationToken.None));
        app.UseReferralDirectory();
        await preparing;
        try
        {
            await app.StartAsync();
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            throw SettingsSection.Wrong("urls", $"the site cannot listen there. {problem.Message.TrimEnd('.')}. Choose another address with --urls, or stop the program that uses it.");
        }

        _ = BuildIndexAsync(app.Services);
        await app.WaitForShutdownAsync();
        return 0;
    }

    // The first pages need no index; who searches before it is built, or asks whether the site is ready, has it built at once and waits
    // for it, and gets its fault, should it have one. Whoever stops the site meanwhile does not wait.
    private static async Task BuildIndexAsync(IServiceProvider services)
    {
        var search = services.GetRequiredService<ProviderSearch>();
        var source = services.GetRequiredService<PublishedDirectorySource>();
        await Task.Delay(FirstPage, services.GetRequiredService<TimeProvider>());
        await search.PrepareAsync(source.Current);
    }
}
