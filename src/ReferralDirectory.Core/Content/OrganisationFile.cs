using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary><c>organisations/*.yaml</c>.</summary>
internal static class OrganisationFile
{
    private static readonly ContactKind[] Kinds = Enum.GetValues<ContactKind>();

    public static Organisation Read(YamlMap map, Country country, ImmutableArray<LanguageTag> languages, Taxonomy taxonomy)
    {
        FileHead.Read(map, languages);
        var slug = map.Slug("slug");
        if (!map.File.Path.EndsWith($"/{slug}.yaml", StringComparison.Ordinal))
        {
            map.File.Fault(map.LineOf("slug"), "'slug' must be the file's name without '.yaml'.");
        }

        if (country.Organisations.Exists(other => other.Slug == slug))
        {
            map.File.Fault(map.LineOf("slug"), $"Another file already has the slug '{slug}'.");
        }

        var organisation = new Organisation
        {
            Id = StableId.Of("organisation", country.Slug.Value, slug.Value),
            CountryId = country.Id,
            SourceId = Taxonomy.FindSource(map, country),
            Slug = slug,
            Name = map.Localised("name", Organisation.NameMaxLength),
            OwnLanguage = map.Language("own-language"),
            AlsoKnownAs = [.. map.Texts("search", SearchWords.WordMaxLength).Select(word => word.Text)],
            LanguagesSpoken = map.Languages("languages-spoken", Organisation.MaxLanguagesSpoken),
            PublicAddress = map.Has("public-address") ? map.Localised("public-address", Organisation.PublicAddressMaxLength) : null,
            OpeningHours = map.Has("hours") ? OpeningHoursPart.Read(map.Map("hours")) : null,
        };
        organisation.Places.AddRange(Taxonomy.Find(map, "places", country.Places, place => place.Slug, "place", "country.yaml"));
        organisation.Services.AddRange(map.Maps("services").Select((item, position) => ReadService(item, position, country, organisation, taxonomy)));
        organisation.Contacts.AddRange(map.Maps("contacts").Select((item, position) => ReadContact(item, position, country, organisation)).OfType<ContactPoint>());
        ReportMissingAndRepeated(map, organisation);
        map.Done();
        return organisation;
    }

    private static void ReportMissingAndRepeated(YamlMap map, Organisation organisation)
    {
        if (organisation.Services.Count == 0)
        {
            map.File.Fault(map.LineOf("services"), "At least one service is needed: what does the organisation offer?");
        }

        if (organisation.Contacts.Count == 0)
        {
            map.File.Fault(map.LineOf("contacts"), "At least one contact is needed: how can a reader reach it?");
        }

        foreach (var repeated in organisation.Contacts.GroupBy(contact => contact.Value, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            map.File.Fault(map.LineOf("contacts"), $"The contact '{repeated.Key}' stands twice.");
        }
    }

    private static Service ReadService(YamlMap map, int position, Country country, Organisation organisation, Taxonomy taxonomy)
    {
        var service = new Service
        {
            Id = StableId.Of("service", country.Slug.Value, organisation.Slug.Value, position.ToString(CultureInfo.InvariantCulture)),
            OrganisationId = organisation.Id,
            Position = position,
            Description = map.Localised("description", Service.DescriptionMaxLength),
            Eligibility = map.Has("eligibility") ? map.Localised("eligibility", Service.EligibilityMaxLength) : null,
        };
        service.AssistanceTypes.AddRange(taxonomy.FindAssistanceTypes(map, "types"));
        service.Audiences.AddRange(taxonomy.FindAudiences(map, "audiences"));
        if (service.AssistanceTypes.Count == 0)
        {
            map.File.Fault(map.LineOf("types"), "A service needs at least one type of assistance-types.yaml.");
        }

        map.Done();
        return service;
    }

    private static ContactPoint? ReadContact(YamlMap map, int position, Country country, Organisation organisation)
    {
        var kinds = Kinds.Where(kind => map.Has(KeyOf(kind))).ToList();
        if (kinds.Count != 1)
        {
            map.File.Fault(map.Line, $"A contact has exactly one of {string.Join(", ", Kinds.Select(KeyOf))}.");
            return null;
        }

        var kind = kinds[0];
        var text = map.Text(KeyOf(kind), ContactPoint.ValueMaxLength);
        var value = text.Length > 0 ? Check(map, kind, text, country) : text;
        var contact = new ContactPoint
        {
            Id = StableId.Of("contact", country.Slug.Value, organisation.Slug.Value, KeyOf(kind), value),
            OrganisationId = organisation.Id,
            Position = position,
            Kind = kind,
            Value = value,
        };
        if (map.Has("confirmed"))
        {
            contact.Confirmations.Add(ReadConfirmation(map.Map("confirmed"), contact));
        }

        map.Done();
        return contact;
    }

    private static string KeyOf(ContactKind kind) => kind switch
    {
        ContactKind.Phone => "phone",
        ContactKind.Hotline => "hotline",
        ContactKind.Email => "email",
        ContactKind.Website => "website",
        ContactKind.Messenger => "messenger",
    };

    private static string Check(YamlMap map, ContactKind kind, string text, Country country)
    {
        if (ContactValue.Read(kind, text, country.Code) is { } value)
        {
            return value;
        }

        map.File.Fault(map.LineOf(KeyOf(kind)), $"'{text}' is not {WhatIs(kind)}.");
        return text;
    }

    private static string WhatIs(ContactKind kind) => kind switch
    {
        ContactKind.Phone or ContactKind.Hotline => "a telephone number that exists in the numbering plan",
        ContactKind.Email => "an e-mail address",
        ContactKind.Website or ContactKind.Messenger => "a web address",
    };

    private static Confirmation ReadConfirmation(YamlMap map, ContactPoint contact)
    {
        var text = map.Text("on", 10);
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var on))
        {
            map.File.Fault(map.LineOf("on"), $"'{text}' is not a day written as 2026-01-31.");
        }

        if (on > map.File.Now)
        {
            map.File.Fault(map.LineOf("on"), $"'{text}' lies in the future; write the day on which somebody asked.");
        }

        var confirmation = new Confirmation
        {
            Id = StableId.Of("confirmation", contact.Id.ToString(), text),
            ContactPointId = contact.Id,
            At = on,
            How = map.OneOf<ConfirmationMethod>("how"),
            By = map.Text("by", Confirmation.ByMaxLength),
        };
        map.Done();
        return confirmation;
    }
}
