using System.ComponentModel.DataAnnotations;

namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Mail</c>: the server that sends invitations. Without <see cref="Host"/> no mail is sent.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The SMTP server's name.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port.</summary>
    [Range(1, 65535, ErrorMessage = "it must be a port from 1 to 65535.")]
    public int Port { get; init; } = 587;

    /// <summary>How the connection is encrypted: StartTls, SslOnConnect, or None.</summary>
    public string Encryption { get; init; } = "StartTls";

    /// <summary>Whom to sign in as; empty where the server asks for nobody.</summary>
    public string User { get; init; } = "";

    /// <summary>The password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Encryption is not ("StartTls" or "SslOnConnect" or "None"))
        {
            yield return new ValidationResult("it must be StartTls, SslOnConnect or None.", [nameof(Encryption)]);
        }

        if (Host.Length > 0 && !From.Contains('@', StringComparison.Ordinal))
        {
            yield return new ValidationResult("it must be the address that mails come from.", [nameof(From)]);
        }
    }
}
