using System.Collections.Immutable;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>An organisation, and how it stands with its contacts. From the directory in memory: of ten thousand, none costs a query.</summary>
/// <param name="Country">Where it works.</param>
/// <param name="Provider">As the public sees it.</param>
/// <param name="Contacts">All of them, in its order.</param>
public sealed record StaleEntry(PublishedCountry Country, Provider Provider, ImmutableArray<StaleContact> Contacts)
{
    /// <summary>Public entries whose contacts the actor may confirm.</summary>
    public static IEnumerable<StaleEntry> All(PublishedDirectory directory, Actor actor, IReadOnlyDictionary<Guid, OpenReports> reports, DateTime now) =>
        from country in directory.Countries
        let reviews = actor.ReviewsCountries.Contains(country.Id)
        where reviews || actor.EditsOrganisations.Count > 0
        from provider in country.Providers
        where reviews || actor.EditsOrganisations.Contains(provider.Id)
        select new StaleEntry(country, provider, [.. provider.Contacts.Select(contact => new StaleContact(contact, Core.Domain.Freshness.Of(contact.Confirmed?.At, now), reports.GetValueOrDefault(contact.Id)))]);

    /// <summary>The most urgent first: what readers reported, then what was never confirmed, then the oldest.</summary>
    public static IEnumerable<StaleEntry> InOrder(IEnumerable<StaleEntry> entries, FreshnessFilter filter) => entries
        .Where(entry => entry.Contacts.Any(contact => contact.IsShown(filter)))
        .OrderByDescending(entry => entry.Contacts.Sum(contact => contact.Reports is { } reports ? reports.NobodyAnswered + reports.Wrong : 0))
        .ThenBy(entry => entry.Contacts.Where(contact => contact.IsShown(filter)).Min(contact => contact.Contact.Confirmed?.At ?? DateTime.MinValue))
        .ThenBy(entry => entry.Provider.Slug.Value, StringComparer.Ordinal);
}
