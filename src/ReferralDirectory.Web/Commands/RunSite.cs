namespace ReferralDirectory.Web.Commands;

/// <summary>The default: makes the database ready and serves the site until it is stopped.</summary>
internal static class RunSite
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.Build(args);
        await SiteHost.PrepareAsync(app, cancellationToken);
        await app.RunAsync(cancellationToken);
        return 0;
    }
}
