using System.Net.Mail;

namespace ReferralDirectory.Core.Domain;

/// <summary>What may stand in a contact, whoever writes it.</summary>
public static class ContactValue
{
    /// <summary>The value as it is stored: a number in E.164, anything else as it was written.</summary>
    /// <param name="kind">What sort of contact.</param>
    /// <param name="text">Without white space around it.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2, for numbers without a country code.</param>
    /// <returns>Null where it is not a contact of that kind.</returns>
    public static string? Read(ContactKind kind, string text, string countryCode) => kind switch
    {
        ContactKind.Phone or ContactKind.Hotline => PhoneNumber.TryParse(text, countryCode, out var number) ? number.E164 : null,
        ContactKind.Email => IsEmail(text) ? text : null,
        ContactKind.Website or ContactKind.Messenger => WebAddress.TryParse(text) is null ? null : text,
    };

    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.') && !address.Host.EndsWith('.');
}
