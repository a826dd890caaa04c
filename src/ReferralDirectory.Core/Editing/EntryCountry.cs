using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>The country of an entry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its name in an address.</param>
/// <param name="Code">ISO 3166-1 alpha-2: numbers without a country code are read as numbers of this country.</param>
/// <param name="Name">For people.</param>
public sealed record EntryCountry(Guid Id, Slug Slug, string Code, LocalisedText Name);
