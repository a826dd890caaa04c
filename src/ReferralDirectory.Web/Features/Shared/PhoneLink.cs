using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>A number to tap.</summary>
/// <param name="Href">A <c>tel:</c> address.</param>
/// <param name="Number">In national grouping.</param>
/// <param name="IsFree">Known to be free to call.</param>
/// <param name="IsHotline">The source calls it a hotline.</param>
public sealed record PhoneLink(string Href, string Number, bool IsFree, bool IsHotline)
{
    public static PhoneLink From(PublishedContact contact) =>
        new($"tel:{contact.Value}", contact.Phone!.National, contact.Phone.IsFree, contact.Kind == ContactKind.Hotline);

    public static PhoneLink From(PublishedEmergencyNumber number) => new($"tel:{number.Number}", number.Number, number.IsFree, false);

    public static IReadOnlyList<PhoneLink> AllOf(Provider provider) => [.. provider.Phones.Select(From)];
}
