namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Metrics</c>: where numbers about the site go. Without <see cref="Endpoint"/> they go nowhere.</summary>
public sealed class MetricsOptions
{
    private const string DefaultPath = "/v1/metrics";

    private static readonly MetricsOptions Default = new();

    /// <summary>Where a collector takes them by OTLP over HTTP; null for nowhere. With the protocol's own path where the setting has none.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Seconds between two deliveries.</summary>
    public int IntervalSeconds { get; init; } = 60;

    /// <param name="configuration">All settings.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static MetricsOptions Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Metrics", nameof(Endpoint), nameof(IntervalSeconds));
        var address = section.Text(nameof(Endpoint), "");
        Uri? endpoint = null;
        section.Require(
            address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out endpoint) && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.Scheme == Uri.UriSchemeHttp)),
            nameof(Endpoint),
            "it must be an address that starts with https:// or http://, such as http://localhost:4318.");
        return new MetricsOptions
        {
            Endpoint = endpoint is { AbsolutePath: "/" } ? new Uri(endpoint, DefaultPath) : endpoint,
            IntervalSeconds = section.Number(nameof(IntervalSeconds), Default.IntervalSeconds, 1, 3600, "seconds"),
        };
    }
}
