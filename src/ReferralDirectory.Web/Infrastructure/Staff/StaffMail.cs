using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Sends invitations where the settings under <c>Mail</c> name a server. Neutral: the subject says nothing of what the site is.</summary>
public sealed partial class StaffMail(MailOptions options, SiteOptions site, Texts texts, ILogger<StaffMail> logger)
{
    /// <remarks>Whoever asked may have gone, and the server may keep silent: the link is made already, and must be shown.</remarks>
    /// <returns>True where it was handed to the server. False where no server is set, or it failed: the link is then handed over otherwise.</returns>
    public async Task<bool> SendInvitationAsync(string email, string path)
    {
        if (options.Host.Length == 0)
        {
            return false;
        }

        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Timeout));
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(options.From));
            message.To.Add(MailboxAddress.Parse(email));
            message.Subject = texts["Staff.Mail.Subject"];
            message.Body = new TextPart("plain") { Text = texts["Staff.Mail.Body", new Uri(new Uri(site.PublicAddress), path)] };
            using var client = new SmtpClient();
            await client.ConnectAsync(options.Host, options.Port, Enum.Parse<SecureSocketOptions>(options.Encryption), limit.Token);
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Password, limit.Token);
            }

            await client.SendAsync(message, limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
            return true;
        }
        catch (Exception problem)
        {
            LogNotSent(ExceptionLog.Describe(problem));
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "An invitation could not be sent: {Fault}")]
    private partial void LogNotSent(string fault);
}
