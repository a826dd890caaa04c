using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>One way to reach a provider.</summary>
/// <param name="Id">Stable as long as kind and value are.</param>
/// <param name="Kind">What sort of contact.</param>
/// <param name="Value">As stored: E.164 for numbers, otherwise as published.</param>
/// <param name="Phone">For a phone or hotline: the number.</param>
/// <param name="Confirmed">The latest confirmation; null where nobody has confirmed it.</param>
/// <param name="ChangesAt">When <paramref name="Confirmed"/> is no longer true as time passes, UTC; null for never.</param>
public sealed record PublishedContact(Guid Id, ContactKind Kind, string Value, PhoneNumber? Phone, PublishedConfirmation? Confirmed, DateTime? ChangesAt = null)
{
    /// <summary>Names it in a form, among the contacts of its provider: short, and another one once it has another value.</summary>
    public string Key => Id.ToString("N")[..8];
}
