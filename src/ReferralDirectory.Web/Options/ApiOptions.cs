namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Api</c>: the open data.</summary>
public sealed class ApiOptions
{
    private static readonly ApiOptions Default = new();

    /// <summary>Requests that one address may make in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 300;

    /// <summary>Files and whole lists that one address may take in an hour.</summary>
    public int ExportsPerHour { get; init; } = 60;

    /// <summary>Under what the data may be used: an SPDX identifier or a name. Otherwise as everything in this repository.</summary>
    public string LicenceName { get; init; } = "MIT";

    /// <summary>Where that is written.</summary>
    public string LicenceAddress { get; init; } = "https://opensource.org/license/mit";

    /// <param name="configuration">All settings.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static ApiOptions Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Api", nameof(RequestsPerMinute), nameof(ExportsPerHour), nameof(LicenceName), nameof(LicenceAddress));
        var options = new ApiOptions
        {
            RequestsPerMinute = section.Number(nameof(RequestsPerMinute), Default.RequestsPerMinute, 1, 1_000_000_000, "requests"),
            ExportsPerHour = section.Number(nameof(ExportsPerHour), Default.ExportsPerHour, 1, 1_000_000_000, "files"),
            LicenceName = section.Text(nameof(LicenceName), Default.LicenceName, "it must name a licence."),
            LicenceAddress = section.Text(nameof(LicenceAddress), Default.LicenceAddress),
        };
        section.Require(
            Uri.TryCreate(options.LicenceAddress, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp),
            nameof(LicenceAddress),
            "it must be an address that starts with https:// or http://.");
        return options;
    }
}
