namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Says once, in the log, that a proxy seems to stand before the site without the site knowing: then all visitors have its address, and
/// wait for each other where attempts are slowed down.
/// </summary>
public sealed partial class ProxyNotice(IConfiguration configuration, ILogger<ProxyNotice> logger)
{
    // The framework's own setting, by its own name.
    private readonly bool isKnown = string.Equals(configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase);
    private int isSaid;

    /// <summary>Looks at a request.</summary>
    public void Look(HttpRequest request)
    {
        if (!isKnown && request.Headers.ContainsKey("X-Forwarded-For") && Interlocked.Exchange(ref isSaid, 1) == 0)
        {
            LogProxy();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A request came with X-Forwarded-For, which is not read. If a proxy stands before the site, all visitors count as one address where attempts are slowed down: see ASPNETCORE_FORWARDEDHEADERS_ENABLED in docs/threat-model.md.")]
    private partial void LogProxy();
}
