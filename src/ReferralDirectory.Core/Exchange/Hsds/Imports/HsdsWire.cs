using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Exchange.Hsds.Records;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>
/// What a file in the standard's words says of an organisation, as a file of ours would say it. Of an entry that is here, what the file
/// does not say stays as it is, translations above all; services and contacts that it lists are all that there are, but for a list of services.
/// </summary>
internal sealed class HsdsWire(HsdsImportOptions options, Country country, HsdsVocabulary words, LanguageTag language, DateTime now, Action<HsdsImportNoteReason, string> note)
{
    private static readonly ImmutableArray<string> OfTowns = ["city", "state_province", "address_type"];

    /// <param name="input">What the file says.</param>
    /// <param name="slug">The entry's, or that of a new one.</param>
    /// <param name="entry">What the entry says; null for a new one.</param>
    public OrganisationWire Of(HsdsInput input, string slug, OrganisationWire? entry)
    {
        var organization = input.Organization;
        var services = new HsdsServices(words, Told, note).Of(input, entry?.Services ?? []);
        var contacts = new HsdsContacts(options, country.Code, note).Of(input, entry?.Contacts ?? []);
        NoteStreets(input, entry);
        if (entry is not null && input.Services.Count > 0 && !input.Services.Any(HsdsServices.IsActive))
        {
            note(HsdsImportNoteReason.StillOffered, organization.Text("name"));
        }

        var wire = new OrganisationWire
        {
            Format = OrganisationWire.CurrentFormat,
            Country = country.Slug.Value,
            Organisation = slug,
            Id = entry?.Id ?? organization.Id()?.ToString() ?? "",
            Version = entry?.Version ?? "",
            Source = entry?.Source ?? SourceOf(input) ?? options.Source,
            Name = Told(organization.Text("name"), entry?.Name ?? []),
            OwnLanguage = entry?.OwnLanguage ?? language.Value,
            AlsoKnownAs = Names(organization.Text("alternate_name"), entry),
            LanguagesSpoken = Languages(input, entry?.LanguagesSpoken ?? []),
            Address = entry?.Address ?? [],
            Places = Places(input, entry?.Places ?? []),
            Hours = new HsdsWeek(options, language, now, Told, note).Of(input, entry?.Hours),
            // Of one whose services are all closed there is nothing to be published: somebody must look at it.
            Services = input.Services.Count == 0 && entry is not null ? entry.Services : services,
            Contacts = contacts.IsEmpty && entry is not null ? entry.Contacts : contacts,
        };
        new HsdsFields(options, country, words, note).NoteOthers(input, wire);
        return wire;
    }

    // The text that a reader of the file's language is shown already is no news.
    private ImmutableArray<TextWire> Told(string text, ImmutableArray<TextWire> before)
    {
        var shown = before.FirstOrDefault(old => old.Language == language.Value) ?? before.FirstOrDefault(old => old.Status == TranslationState.Original) ?? before.FirstOrDefault();
        return text.Length == 0 || (shown is not null && TextDraft.Stored(shown.Text) == TextDraft.Stored(text)) ? before
            : [.. before.Where(old => old.Language != language.Value), new TextWire(language.Value, text)];
    }

    private static ImmutableArray<string> Names(string other, OrganisationWire? entry) =>
        entry is null ? other.Length == 0 ? [] : [other]
        : other.Length == 0 || entry.AlsoKnownAs.Contains(other) || entry.Name.Any(name => name.Text == other) ? entry.AlsoKnownAs
        : [.. entry.AlsoKnownAs, other];

    private string? SourceOf(HsdsInput input) => input.Services.SelectMany(service => service.Items("attributes")).Select(words.Source).FirstOrDefault(source => source is not null);

    private ImmutableArray<string> Languages(HsdsInput input, ImmutableArray<string> before)
    {
        List<string> spoken = [];
        foreach (var code in input.Holders.SelectMany(holder => holder.Items("languages")).Select(item => item.Text("code")).Where(code => code.Length > 0).Distinct())
        {
            if (LanguageTag.TryParse(code, out var tag))
            {
                // The standard leaves script and region away.
                spoken.Add(before.FirstOrDefault(old => LanguageTag.TryParse(old, out var known) && HsdsTerms.Iso639(known) == tag.Value) ?? tag.Value);
            }
            else
            {
                note(HsdsImportNoteReason.UnknownLanguage, code);
            }
        }

        return Same(WithUnlisted(input, spoken, before), before);
    }

    private ImmutableArray<string> Places(HsdsInput input, ImmutableArray<string> before)
    {
        List<string> found = [];
        var locations = input.Locations.Where(location => IsPhysical(location, "location_type")).ToList();
        var addresses = input.Locations.SelectMany(location => location.Items("addresses").Select(address => (Address: address, IsPlace: IsPhysical(location, "location_type") && IsPhysical(address, "address_type")))).ToList();
        foreach (var (address, _) in addresses.Where(item => !item.IsPlace))
        {
            var told = string.Join(", ", OfTowns.Select(name => address.Text(name)).Where(text => text.Length > 0));
            note(HsdsImportNoteReason.NoPlaceToGo, told);
        }

        var names = addresses.Where(item => item.IsPlace).SelectMany(item => new[] { item.Address.Text("city"), item.Address.Text("state_province") })
            .Concat(input.Services.Concat(input.Links).SelectMany(holder => holder.Items("service_areas")).Select(area => area.Text("name")))
            .Where(name => name.Length > 0).Distinct().ToList();
        foreach (var name in names)
        {
            if (words.Place(name) is { } place)
            {
                found.Add(place);
            }
            else
            {
                note(HsdsImportNoteReason.UnknownPlace, name);
            }
        }

        // What a location is called is as often the name of a house.
        found.AddRange(locations.Select(location => words.Place(location.Text("name"))).OfType<string>());
        return Same(WithUnlisted(input, found, before), before);
    }

    /// <summary>False for a post box and the like, where no help is.</summary>
    internal static bool IsPhysical(JsonElement record, string field) => record.Text(field) is "" or HsdsLocation.Physical;

    // What the services say that a list of services does not have, nobody knows.
    private static List<string> WithUnlisted(HsdsInput input, List<string> given, ImmutableArray<string> before) =>
        input.IsWhole || input.Services.Count == 0 || given.Count == 0 ? given : [.. before.Union(given)];

    private void NoteStreets(HsdsInput input, OrganisationWire? entry)
    {
        foreach (var street in input.Locations.SelectMany(location => location.Items("addresses")).Select(address => address.Text("address_1")).Where(street => street.Length > 0).Distinct())
        {
            if (entry is null || !entry.Address.Any(text => TextDraft.Stored(text.Text) == street))
            {
                note(HsdsImportNoteReason.Street, street);
            }
        }
    }

    // In the order that the entry has, where it is the same.
    internal static ImmutableArray<string> Same(List<string> given, ImmutableArray<string> before) =>
        given.Count == 0 || given.ToHashSet().SetEquals(before) ? before : [.. given.Distinct()];
}
