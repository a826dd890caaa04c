namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Mail</c>: the server that sends invitations. Without <see cref="Host"/> no mail is sent.</summary>
public sealed class MailOptions
{
    private static readonly MailOptions Default = new();

    /// <summary>The SMTP server's name.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is encrypted: StartTls, SslOnConnect, or None.</summary>
    public string Encryption { get; init; } = "StartTls";

    /// <summary>Whom to sign in as; empty where the server asks for nobody.</summary>
    public string User { get; init; } = "";

    /// <summary>The password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "";

    /// <summary>Seconds in which the server must have taken a mail.</summary>
    public int Timeout { get; init; } = 10;

    /// <param name="configuration">All settings.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Mail", nameof(Host), nameof(Port), nameof(Encryption), nameof(User), nameof(Password), nameof(From), nameof(Timeout));
        var options = new MailOptions
        {
            Host = section.Text(nameof(Host), Default.Host),
            Port = section.Number(nameof(Port), Default.Port, 1, 65535, "the port"),
            Encryption = section.Text(nameof(Encryption), Default.Encryption),
            User = section.Text(nameof(User), Default.User),
            Password = section.Text(nameof(Password), Default.Password),
            From = section.Text(nameof(From), Default.From),
            Timeout = section.Number(nameof(Timeout), Default.Timeout, 1, 60, "the seconds"),
        };
        section.Require(options.Encryption is "StartTls" or "SslOnConnect" or "None", nameof(Encryption), "it must be StartTls, SslOnConnect or None.");
        section.Require(options.Host.Length == 0 || options.From.Contains('@', StringComparison.Ordinal), nameof(From), "it must be the address that mails come from.");
        return options;
    }
}
