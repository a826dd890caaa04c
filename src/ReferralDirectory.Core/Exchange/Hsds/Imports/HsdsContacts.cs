using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>The contacts of an organisation, wherever the standard has them: its own, those of its services, of its locations, and of its services there.</summary>
/// <param name="options">Words for hotlines and messengers.</param>
/// <param name="countryCode">For numbers without a country's.</param>
/// <param name="note">Gets what is left out.</param>
internal sealed class HsdsContacts(HsdsImportOptions options, string countryCode, Action<HsdsImportNoteReason, string> note)
{
    // What the standard calls it, where one speaks: RFC 6350, 6.4.1.
    private static readonly ImmutableArray<string> Spoken = ["", "voice", "cell", "hotline"];

    private static readonly ImmutableArray<string> Lists = ["phones", "contacts", "additional_websites"];

    /// <param name="input">What the file says.</param>
    /// <param name="entry">What the entry has; empty for a new one.</param>
    /// <returns>
    /// Those of the entry that the file has, as they stand there and in their order; then those that are new. A record without the lists of
    /// contacts, as short lists hold it, takes nothing away; nor does a whole one take what the standard has no words for.
    /// </returns>
    public ImmutableArray<ContactWire> Of(HsdsInput input, ImmutableArray<ContactWire> entry)
    {
        var given = All(input).DistinctBy(KeyOf).ToDictionary(KeyOf);
        // Contacts of services that a list of them does not have stand nowhere in it.
        IReadOnlyList<JsonElement> wholes = input.IsWhole || input.Services.Count == 0 ? input.Holders : [input.Organization];
        var isWhole = wholes.Any(holder => Lists.Any(list => holder.Items(list).Any()));
        var kept = entry.Where(contact => given.Remove(KeyOf(contact)) || !isWhole || !CanBeTold(contact)).ToList();
        return [.. kept, .. given.Values];
    }

    private IEnumerable<ContactWire> All(HsdsInput input)
    {
        JsonElement[] places = [input.Organization, .. input.Services, .. input.Links, .. input.Locations];
        JsonElement[] people = [.. places.SelectMany(holder => holder.Items("contacts"))];
        JsonElement[] holders = [.. places, .. people];
        return
        [
            .. holders.SelectMany(holder => holder.Items("phones")).Select(Phone).OfType<ContactWire>(),
            .. places.Select(holder => holder.Text("email")).Where(text => text.Length > 0).Select(text => new ContactWire { Kind = ContactKind.Email, Value = text }),
            .. people.Where(person => person.Text("email").Length > 0).Select(person => new ContactWire { Id = person.Id()?.ToString(), Kind = ContactKind.Email, Value = person.Text("email") }),
            .. holders.SelectMany(holder => new[] { holder.Text("website"), holder.Text("url") }).Where(text => text.Length > 0).Select(text => new ContactWire { Kind = ContactKind.Website, Value = text }),
            .. holders.SelectMany(holder => holder.Items("additional_websites").Concat(holder.Items("additional_urls"))).Where(url => url.Text("url").Length > 0).Select(Url),
        ];
    }

    private static bool CanBeTold(ContactWire contact) => contact.Kind != ContactKind.Email || HsdsEmails.Of(contact.Value.Trim()) is not null;

    private ContactWire? Phone(JsonElement phone)
    {
        var number = phone.Text("number");
        var type = phone.Text("type").ToLowerInvariant();
        if (!Spoken.Contains(type) || (phone.TryGetProperty("extension", out var extension) && extension.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)))
        {
            note(HsdsImportNoteReason.NoVoice, number);
            return null;
        }

        var isHotline = type == "hotline" || options.HotlineWords.Any(word => phone.Text("description").StartsWith(word, StringComparison.CurrentCultureIgnoreCase));
        return new ContactWire { Id = phone.Id()?.ToString(), Kind = isHotline ? ContactKind.Hotline : ContactKind.Phone, Value = number };
    }

    private ContactWire Url(JsonElement url) => new()
    {
        Id = url.Id()?.ToString(),
        Kind = options.MessengerWords.Contains(url.Text("label"), StringComparer.CurrentCultureIgnoreCase) ? ContactKind.Messenger : ContactKind.Website,
        Value = url.Text("url"),
    };

    // The same contact, however it is written, in large letters or small ones: of whatever kind it is in the entry.
    private string KeyOf(ContactWire contact) => Written(contact).ToUpperInvariant();

    private string Written(ContactWire contact) => contact.Kind switch
    {
        ContactKind.Phone or ContactKind.Hotline => $"tel:{ContactValue.Read(ContactKind.Phone, contact.Value.Trim(), countryCode) ?? contact.Value}",
        ContactKind.Email => $"mailto:{HsdsEmails.Of(contact.Value.Trim()) ?? contact.Value.Trim()}",
        ContactKind.Website or ContactKind.Messenger => WebAddress.TryParse(contact.Value.Trim()) is { } address ? HsdsUrls.Of(address) : contact.Value,
    };
}
