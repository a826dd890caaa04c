using System.Net.Mail;

namespace ReferralDirectory.Core.Domain;

/// <summary>What may stand in a contact, whoever writes it.</summary>
public static class ContactValue
{
    /// <summary>The value as it is stored: a number in E.164, anything else as it was written.</summary>
    /// <param name="kind">What sort of contact.</param>
    /// <param name="text">Without white space around it.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2, for numbers without a country code.</param>
    /// <returns>Null where it is not a contact of that kind, or holds what is not seen.</returns>
    public static string? Read(ContactKind kind, string text, string countryCode) => kind switch
    {
        ContactKind.Phone or ContactKind.Hotline => PhoneNumber.TryParse(text, countryCode, out var number) ? number.E164 : null,
        ContactKind.Email => VisibleText.IsLine(text) && IsEmail(text) ? text : null,
        ContactKind.Website or ContactKind.Messenger => VisibleText.IsLine(text) && IsWebAddress(text) ? text : null,
    };

    /// <summary>
    /// The host in ASCII, where letters of several scripts stand in it, so that it may look like another: for whoever reads it, beside the
    /// value. Otherwise null.
    /// </summary>
    /// <param name="value">An e-mail or web address; of anything else there is none.</param>
    public static string? AsciiHost(string value)
    {
        var host = MailAddress.TryCreate(value, out var address) ? address.Host : WebAddress.TryParse(value)?.Host;
        return host is not null && HostName.IsMixed(host) ? HostName.Ascii(host) : null;
    }

    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && HostName.Ascii(address.Host) is not null && IsPlain(address);

    // Before an ASCII host nothing but ASCII: there nobody looks for a letter of another script.
    private static bool IsPlain(MailAddress address) =>
        address.User.All(char.IsAscii) || (!address.Host.All(char.IsAscii) && !HostName.IsMixed(address.User));

    // The host as it is read is the host that is opened: no dot of another script, nothing that becomes another letter.
    private static bool IsWebAddress(string text) =>
        WebAddress.TryParse(text) is { } uri && HostName.Ascii(uri.Host) is not null && text.Contains(uri.Host, StringComparison.OrdinalIgnoreCase);
}
