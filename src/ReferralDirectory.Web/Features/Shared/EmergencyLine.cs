using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>Who answers in immediate danger, and the number.</summary>
public sealed record EmergencyLine(ShownText Name, PhoneLink Phone)
{
    public static IReadOnlyList<EmergencyLine> All(Reader reader, Texts texts) =>
        [.. reader.Country.EmergencyNumbers.Select(number => new EmergencyLine(reader.Show(number.Name), PhoneLink.From(number, texts)))];
}
