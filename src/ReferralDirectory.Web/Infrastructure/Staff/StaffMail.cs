using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Sends invitations where the settings under <c>Mail</c> name a server. Neutral: the subject says nothing of what the site is.</summary>
public sealed partial class StaffMail(MailOptions options, SiteOptions site, Texts texts, ILogger<StaffMail> logger)
{
    /// <returns>True where it was handed to the server. False where no server is set, or it failed: the link is then handed over otherwise.</returns>
    public async Task<bool> SendInvitationAsync(string email, string path, CancellationToken cancellationToken)
    {
        if (options.Host.Length == 0)
        {
            return false;
        }

        try
        {
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(options.From));
            message.To.Add(MailboxAddress.Parse(email));
            message.Subject = texts["Staff.Mail.Subject"];
            message.Body = new TextPart("plain") { Text = texts["Staff.Mail.Body", new Uri(new Uri(site.PublicAddress), path)] };
            using var client = new SmtpClient();
            await client.ConnectAsync(options.Host, options.Port, Enum.Parse<SecureSocketOptions>(options.Encryption), cancellationToken);
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Password, cancellationToken);
            }

            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogNotSent(ExceptionLog.Describe(problem));
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "An invitation could not be sent: {Fault}")]
    private partial void LogNotSent(string fault);
}
