using System.Net.Sockets;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Metrics;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>The default: makes the database ready and serves the site until it is stopped.</summary>
internal static class RunSite
{
    /// <summary>How long a reader who came with the start has the machine alone, before the index is built.</summary>
    private static readonly TimeSpan FirstPage = TimeSpan.FromSeconds(1);

    // Not asynchronous, as little else that runs before the first page: what waits in such a method is compiled at each start.
    public static int Run(string[] args)
    {
        // Should it fail, whoever opens the file says so.
        _ = Task.Run(DirectoryDatabase.LoadSqlite);
        using var app = SiteHost.BuildServices(args);
        // While one core reads the directory, the other puts together what will answer. Who stops the program meanwhile ends it at
        // once: whatever the database was undergoing, the next start finishes.
        var preparing = Task.Run(() => SiteHost.PrepareAsync(app, CancellationToken.None));
        app.UseReferralDirectory();
        var start = app.Services.GetRequiredService<SiteStart>();
        try
        {
            preparing.GetAwaiter().GetResult();
        }
        catch (DatabaseUnusableException problem)
        {
            // Not the end: whoever watches the site is told what is wrong, readers are told whom to call, and it opens by itself.
            Say(problem);
            start.Close(problem);
            Console.Error.WriteLine($"Until then {(start.ShowsPages ? "readers see what can be read, and staff are told" : "the site is closed: it answers 503")}. It is tried again every {SiteStart.Pause.TotalSeconds:0} seconds.");
        }

        try
        {
            app.Start();
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            throw SettingsSection.Wrong("urls", $"the site cannot listen there. {problem.Message.TrimEnd('.')}. Choose another address with --urls, or stop the program that uses it.");
        }

        // The first pages need no index; who searches before it is built, or asks whether the site is ready, has it built at once and
        // waits for it, and gets its fault, should it have one. Whoever stops the site meanwhile does not wait.
        var later = app.Services.GetRequiredService<TimeProvider>().CreateTimer(_ => BeginRest(app.Services), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // Before anything is taken down, whoever has it taken down. Unlike Dispose, this waits for a call that has begun: without its
        // services it would fail, and end the program as if it had crashed.
        app.Lifetime.ApplicationStopping.Register(() => StopAsync(later, app.Services).GetAwaiter().GetResult());
        if (start.Problem is null)
        {
            later.Change(FirstPage, Timeout.InfiniteTimeSpan);
            app.WaitForShutdown();
            return 0;
        }

        var opening = Task.Run(() => OpenAsync(app, start, later));
        app.WaitForShutdown();
        // Unless it waits for a server that says nothing, which does not hold up the end.
        return opening.IsCompleted ? opening.GetAwaiter().GetResult() : 0;
    }

    private static async Task<int> OpenAsync(WebApplication app, SiteStart start, ITimer later)
    {
        try
        {
            await start.OpenAsync(Say, app.Lifetime.ApplicationStopping);
            Console.Error.WriteLine("The database can be used now, and the site is open.");
            later.Change(FirstPage, Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException)
        {
            // Somebody stops it.
        }
        catch
        {
            app.Lifetime.StopApplication();
            throw;
        }

        return 0;
    }

    private static void Say(DatabaseUnusableException problem) => Console.Error.WriteLine(problem.Message);

    private static void BeginRest(IServiceProvider services)
    {
        _ = services.GetRequiredService<ProviderSearch>().PrepareAsync(services.GetRequiredService<PublishedDirectorySource>().Current);
        SiteHost.FollowOthers(services);
        services.GetService<BackupSchedule>()?.Begin();
        services.GetRequiredService<StandingNumbers>();
        if (services.GetRequiredService<MetricsOptions>().Endpoint is not null)
        {
            services.GetRequiredService<MetricsExport>().Begin();
        }
    }

    private static async Task StopAsync(ITimer later, IServiceProvider services)
    {
        await later.DisposeAsync();
        await (services.GetService<BackupSchedule>()?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
