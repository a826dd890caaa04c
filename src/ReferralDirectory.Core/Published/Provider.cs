using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>An organisation as the public sees it.</summary>
public sealed record Provider
{
    // One comparer and no keys that are values: for each kind of those, the start would have to compile a sorter.
    private static readonly Comparer<PublishedContact> CallFirst = Comparer<PublishedContact>.Create((one, other) => Rank(one) - Rank(other));

    /// <summary>The organisation's: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name in an address.</summary>
    public required Slug Slug { get; init; }

    /// <summary>Its name.</summary>
    public required LocalisedText Name { get; init; }

    /// <summary>The language in which it names itself.</summary>
    public required LanguageTag OwnLanguage { get; init; }

    /// <summary>Other names people type.</summary>
    public required ImmutableArray<string> AlsoKnownAs { get; init; }

    /// <summary>Where its entry comes from: one of <see cref="PublishedCountry.Sources"/>.</summary>
    public required PublishedSource Source { get; init; }

    /// <summary>Empty where the source states none.</summary>
    public required ImmutableArray<PublishedTerm> Places { get; init; }

    /// <summary>Languages in which one is answered; empty where that is not stated.</summary>
    public ImmutableArray<LanguageTag> LanguagesSpoken { get; init; } = [];

    /// <summary>Street and house, where the organisation agreed that they are published.</summary>
    public LocalisedText? PublicAddress { get; init; }

    /// <summary>Null where they are not stated.</summary>
    public OpeningHours? OpeningHours { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<PublishedService> Services { get; init; }

    /// <summary>At least one, in the order of the source.</summary>
    public required ImmutableArray<PublishedContact> Contacts { get; init; }

    /// <summary>
    /// When its entry, a confirmation of it or a term of its services last changed, UTC; null where nothing changed since it was loaded from files, which
    /// bear no time.
    /// </summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>Every type of its services once, in the order of the services.</summary>
    public IEnumerable<PublishedTerm> Types => Services.SelectMany(service => service.Types).Distinct();

    /// <summary>Every audience of its services once.</summary>
    public IEnumerable<PublishedTerm> Audiences => Services.SelectMany(service => service.Audiences).Distinct();

    /// <summary>Its numbers: hotlines first, then numbers free to call, otherwise in the order of the source.</summary>
    public IEnumerable<PublishedContact> Phones => Contacts
        .Where(contact => contact.Phone is not null)
        .Order(CallFirst);

    /// <summary>True where at least one number is free to call.</summary>
    public bool HasFreePhone => Contacts.Any(contact => contact.Phone is { IsFree: true });

    /// <summary>True where it runs a hotline, whether or not its number is called one by the source.</summary>
    public bool HasHotline => Services.Any(service => service.Types.Any(type => type.IsHotline));

    /// <summary>The oldest of its contacts' confirmations; null where any contact is unconfirmed.</summary>
    public PublishedConfirmation? Confirmed =>
        Contacts.Any(contact => contact.Confirmed is null) ? null : Contacts.MinBy(contact => contact.Confirmed!.At)?.Confirmed;

    private static int Rank(PublishedContact contact) => CallOrder.Rank(contact.Kind, contact.Phone!.IsFree);
}
