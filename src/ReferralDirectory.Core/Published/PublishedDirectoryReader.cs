using System.Collections.Immutable;
using System.Data;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>Reads table by table and joins in memory: each row is read once, however many providers refer to it.</summary>
internal sealed class PublishedDirectoryReader
{
    private readonly Dictionary<Guid, PublishedTerm> types = [];
    private readonly Dictionary<Guid, PublishedTerm> audiences = [];
    private readonly Dictionary<Guid, PublishedTerm> places = [];
    private readonly Dictionary<Guid, Source> sources = [];

    private PublishedDirectoryReader()
    {
    }

    public static async Task<PublishedDirectory> ReadAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var reader = new PublishedDirectoryReader();
        // One transaction: an edit between two reads must not give half of itself. SQLite has no level but serializable;
        // asked for this one, its driver begins as a reader, so that a writer is not waited for.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);
        return await reader.ReadAllAsync(db, cancellationToken);
    }

    private async Task<PublishedDirectory> ReadAllAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var languages = await db.Languages.AsNoTracking().OrderBy(language => language.Position).ToListAsync(cancellationToken);
        await foreach (var type in db.AssistanceTypes.AsNoTracking().OrderBy(type => type.Position).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            types[type.Id] = new PublishedTerm(type.Slug, type.Name, type.Need, type.SearchWords, type.IsOnHome, type.IsHotline);
        }

        await foreach (var audience in db.Audiences.AsNoTracking().OrderBy(audience => audience.Position).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            audiences[audience.Id] = new PublishedTerm(audience.Slug, audience.Name, audience.Name, audience.SearchWords);
        }

        await foreach (var source in db.Sources.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            sources[source.Id] = source;
        }

        var placeRows = await db.Places.AsNoTracking().OrderBy(place => place.Position).ToListAsync(cancellationToken);
        foreach (var place in placeRows)
        {
            places[place.Id] = new PublishedTerm(place.Slug, place.Name, place.Name, place.SearchWords);
        }

        var steps = await ReadStepsAsync(db, cancellationToken);
        var providers = await ReadProvidersAsync(db, cancellationToken);
        var emergencies = await db.EmergencyNumbers.AsNoTracking().OrderBy(number => number.Position).ToListAsync(cancellationToken);
        var countries = await db.Countries.AsNoTracking().ToListAsync(cancellationToken);
        return new PublishedDirectory(
            [.. languages],
            [.. types.Values],
            [.. audiences.Values],
            [.. countries.OrderBy(country => country.Slug.Value, StringComparer.Ordinal).Select(country => new PublishedCountry([.. providers[country.Id]])
            {
                Slug = country.Slug,
                Name = country.Name,
                EmergencyNumbers = [.. emergencies.Where(number => number.CountryId == country.Id).Select(number => new PublishedEmergencyNumber(number.Number, number.Name, number.IsFree))],
                Sources = [.. sources.Values.Where(source => source.CountryId == country.Id).OrderBy(source => source.Slug.Value, StringComparer.Ordinal).Select(source => source.Name)],
                Places = [.. placeRows.Where(place => place.CountryId == country.Id).Select(place => places[place.Id])],
                Steps = [.. steps[country.Id].OrderBy(step => step.Key)],
            })]);
    }

    private async Task<ILookup<Guid, PublishedStep>> ReadStepsAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var texts = (await db.StepTexts.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(text => text.StepId);
        var steps = await db.Steps.AsNoTracking()
            .Select(step => new { step.Id, step.CountryId, step.Key, Types = step.AssistanceTypes.OrderBy(type => type.Position).Select(type => type.Id).ToList() })
            .ToListAsync(cancellationToken);
        return steps.ToLookup(step => step.CountryId, step => new PublishedStep(step.Key, Terms(types, step.Types), [.. texts[step.Id]]));
    }

    private async Task<ILookup<Guid, Provider>> ReadProvidersAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var services = await ReadServicesAsync(db, cancellationToken);
        var contacts = await ReadContactsAsync(db, cancellationToken);
        var organisations = await db.Organisations.AsNoTracking()
            .Select(o => new { o.Id, o.CountryId, o.SourceId, o.Slug, o.Name, o.OwnLanguage, o.AlsoKnownAs, Places = o.Places.OrderBy(place => place.Position).Select(place => place.Id).ToList() })
            .ToListAsync(cancellationToken);
        return organisations
            .OrderBy(o => o.Slug.Value, StringComparer.Ordinal)
            .ToLookup(o => o.CountryId, o => new Provider
            {
                Slug = o.Slug,
                Name = o.Name,
                OwnLanguage = o.OwnLanguage,
                AlsoKnownAs = o.AlsoKnownAs,
                Source = sources[o.SourceId].Name,
                Places = Terms(places, o.Places),
                Services = [.. services[o.Id]],
                Contacts = [.. contacts[o.Id]],
            });
    }

    private async Task<ILookup<Guid, PublishedService>> ReadServicesAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var services = await db.Services.AsNoTracking()
            .OrderBy(service => service.Position)
            .Select(service => new
            {
                service.OrganisationId,
                service.Description,
                Types = service.AssistanceTypes.OrderBy(type => type.Position).Select(type => type.Id).ToList(),
                Audiences = service.Audiences.OrderBy(audience => audience.Position).Select(audience => audience.Id).ToList(),
            })
            .ToListAsync(cancellationToken);
        return services.ToLookup(service => service.OrganisationId, service => new PublishedService(service.Description, Terms(types, service.Types), Terms(audiences, service.Audiences)));
    }

    private static async Task<ILookup<Guid, PublishedContact>> ReadContactsAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var contacts = await db.ContactPoints.AsNoTracking()
            .OrderBy(contact => contact.Position)
            .Select(contact => new
            {
                contact.OrganisationId,
                contact.Kind,
                contact.Value,
                Confirmed = contact.Confirmations.OrderByDescending(c => c.At).Select(c => new PublishedConfirmation(c.At, c.How)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return contacts.ToLookup(
            contact => contact.OrganisationId,
            contact => new PublishedContact(contact.Kind, contact.Value, contact.Kind is ContactKind.Phone or ContactKind.Hotline ? PhoneNumber.FromE164(contact.Value) : null, contact.Confirmed));
    }

    private static ImmutableArray<PublishedTerm> Terms(Dictionary<Guid, PublishedTerm> terms, List<Guid> ids) => [.. ids.Select(id => terms[id])];
}
