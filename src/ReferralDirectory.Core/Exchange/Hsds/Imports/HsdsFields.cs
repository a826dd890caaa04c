using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>
/// Says of each field that an entry has no place for what stands in it: a service for adults alone must not look as if it were for everybody,
/// nor a number that must not be called at night as any other. Of schedules <see cref="HsdsWeek"/> says it.
/// </summary>
/// <param name="options">Words of our own that say nothing more.</param>
/// <param name="country">Of which the file is.</param>
/// <param name="words">Kinds of help, audiences and places.</param>
/// <param name="note">Gets what is left out.</param>
internal sealed class HsdsFields(HsdsImportOptions options, Country country, HsdsVocabulary words, Action<HsdsImportNoteReason, string> note)
{
    // Of the record itself, or who did something to it; and where exactly something is, which nobody here asks for.
    private static readonly FrozenSet<string> OfTheRecord = FrozenSet.Create(
        "id", "organization_id", "service_id", "location_id", "service_at_location_id", "program_id", "parent_organization_id", "contact_id", "phone_id", "link_id", "taxonomy_term_id",
        "link_type", "link_entity", "latitude", "longitude", "external_identifier", "external_identifier_type", "assured_date", "assurer_email", "last_modified", "metadata");

    private static readonly ImmutableArray<string> OfPersons = ["name", "title", "department"];
    private static readonly ImmutableArray<string> OfAll = ["email", "url", "website", "phones", "contacts", "languages", "schedules", "additional_urls", "additional_websites"];
    private static readonly FrozenSet<string> OfOrganizations = FrozenSet.Create([.. OfAll, "alternate_name", "locations", "services"]);
    private static readonly FrozenSet<string> OfServices = FrozenSet.Create([.. OfAll, "description", "status", "eligibility_description", "attributes", "organization", "service_areas", "service_at_locations"]);
    private static readonly FrozenSet<string> OfLinks = FrozenSet.Create([.. OfAll, "service", "location", "service_areas"]);
    private static readonly FrozenSet<string> OfLocations = FrozenSet.Create([.. OfAll, "location_type", "addresses"]);

    /// <summary>True for a field that says nothing to a reader of an entry.</summary>
    public static bool IsOfTheRecord(string name) => OfTheRecord.Contains(name);

    /// <param name="input">What the file says.</param>
    /// <param name="wire">What is taken of it.</param>
    public void NoteOthers(HsdsInput input, OrganisationWire wire)
    {
        var said = wire.Services.SelectMany(service => service.Description).SelectMany(text => text.Text.Split('\n', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        Note(input.Organization, "", OfOrganizations, (name, text) => name == "name" || IsMark(name, text) || (name == "description" && text.Split('\n', StringSplitOptions.TrimEntries).All(said.Contains)));
        foreach (var service in input.Services)
        {
            Note(service, "", OfServices, (name, text) => IsMark(name, text) || (name == "name" && (!HsdsServices.IsActive(service) || said.Contains(text) || words.AreAssistanceTypes(text))));
            NoteParts(service, "service_areas", (name, _) => name == "name");
            NoteParts(service, "attributes", (name, text) => name == "taxonomy_term" || (name is "value" or "label" && words.IsTerm(text)));
        }

        foreach (var link in input.Links)
        {
            Note(link, "", OfLinks, (_, _) => false);
            NoteParts(link, "service_areas", (name, _) => name == "name");
        }

        foreach (var location in input.Locations)
        {
            Note(location, "locations.", OfLocations, (name, text) => name == "name" && HsdsWire.IsPhysical(location, "location_type") && words.Place(text) is not null);
            NoteParts(location, "addresses", (name, text) => name is "address_1" or "city" or "state_province" or "address_type" || (name == "country" && string.Equals(text, country.Code, StringComparison.OrdinalIgnoreCase)));
        }

        foreach (var holder in input.Holders)
        {
            NoteParts(holder, "languages", (name, _) => name is "code" or "name");
            NoteWays(holder);
        }
    }

    // Ours: whatever comes in is a translation that nobody has checked.
    private static bool IsMark(string name, string text) => name == "translation" && text == HsdsService.Unreviewed;

    private void NoteWays(JsonElement holder)
    {
        foreach (var list in new[] { "additional_websites", "additional_urls" })
        {
            NoteParts(holder, list, (name, text) => name == "url" || (name == "label" && options.MessengerWords.Contains(text, StringComparer.CurrentCultureIgnoreCase)));
        }

        NotePhones(holder);
        NoteParts(holder, "contacts", (name, _) => name is "email" or "phones");
        foreach (var contact in holder.Items("contacts"))
        {
            NotePhones(contact);
            var ways = string.Join(", ", contact.Items("phones").Select(phone => phone.Text("number")).Prepend(contact.Text("email")).Where(way => way.Length > 0));
            if (ways.Length > 0 && OfPersons.Any(name => contact.Text(name).Length > 0))
            {
                note(HsdsImportNoteReason.Person, ways);
            }
        }
    }

    private void NotePhones(JsonElement holder)
    {
        foreach (var phone in holder.Items("phones"))
        {
            Note(phone, "phones.", FrozenSet<string>.Empty, (name, text) => name is "number" or "type" or "extension" || (name == "description" && IsOurs(text, phone.Text("number"))));
        }
    }

    // "Hotline. Free to call. 8 800 …", as our own files say it.
    private bool IsOurs(string description, string number) => description.Split(". ", StringSplitOptions.TrimEntries).All(part =>
        options.HotlineWords.Contains(part, StringComparer.CurrentCultureIgnoreCase)
        || options.FreeWords.Contains(part, StringComparer.CurrentCultureIgnoreCase)
        || (ContactValue.Read(ContactKind.Phone, part, country.Code) is { } read && read == ContactValue.Read(ContactKind.Phone, number, country.Code)));

    private void NoteParts(JsonElement holder, string list, Func<string, string, bool> isSaid)
    {
        foreach (var part in holder.Items(list))
        {
            Note(part, list + ".", FrozenSet<string>.Empty, isSaid);
        }
    }

    private void Note(JsonElement record, string path, FrozenSet<string> read, Func<string, string, bool> isSaid)
    {
        foreach (var field in record.EnumerateObject().Where(field => !read.Contains(field.Name) && !IsOfTheRecord(field.Name) && field.Value.IsFilled() && !isSaid(field.Name, field.Value.Told())))
        {
            note(HsdsImportNoteReason.NoField, $"{path}{field.Name}: {field.Value.Told()}");
        }
    }
}
