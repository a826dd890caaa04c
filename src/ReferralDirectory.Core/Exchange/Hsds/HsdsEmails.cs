using System.Net.Mail;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>E-mail addresses as the standard means them: in ASCII (RFC 5321).</summary>
internal static class HsdsEmails
{
    /// <summary>The address with its host as the network knows it; null where letters before the host are not ASCII, which have no other form.</summary>
    public static string? Of(string address) =>
        address.All(char.IsAscii) ? address
        : MailAddress.TryCreate(address, out var read) && read.User.All(char.IsAscii) && HostName.Ascii(read.Host) is { } host ? $"{read.User}@{host}"
        : null;
}
