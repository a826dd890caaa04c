using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Terms and places of this directory, found by whatever another one calls them: identifier, code, or name in any language.</summary>
internal sealed class HsdsVocabulary
{
    private readonly FrozenSet<string> ids;
    private readonly FrozenDictionary<string, string> types;
    private readonly FrozenDictionary<string, string> audiences;
    private readonly FrozenDictionary<string, string> places;
    private readonly FrozenDictionary<string, string> sources;

    private HsdsVocabulary(List<(Guid Id, Slug Slug, LocalisedText Name)> types, List<(Guid Id, Slug Slug, LocalisedText Name)> audiences, List<(Guid Id, Slug Slug, LocalisedText Name)> places, List<(Guid Id, Slug Slug, LocalisedText Name)> sources)
    {
        ids = types.Concat(audiences).Concat(sources).Select(term => Key(term.Id.ToString())).ToFrozenSet(StringComparer.Ordinal);
        (this.types, this.audiences, this.places, this.sources) = (Names(types), Names(audiences), Names(places), Names(sources));
    }

    public static async Task<HsdsVocabulary> ReadAsync(DirectoryDb db, Guid country, CancellationToken cancellationToken) => new(
        (await db.AssistanceTypes.AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(type => (type.Id, type.Slug, type.Name)),
        (await db.Audiences.AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(audience => (audience.Id, audience.Slug, audience.Name)),
        (await db.Places.AsNoTracking().Where(place => place.CountryId == country).ToListAsync(cancellationToken)).ConvertAll(place => (place.Id, place.Slug, place.Name)),
        (await db.Sources.AsNoTracking().Where(source => source.CountryId == country).ToListAsync(cancellationToken)).ConvertAll(source => (source.Id, source.Slug, source.Name)));

    /// <summary>Slugs of the country's sources.</summary>
    public IEnumerable<string> Sources => sources.Values.Distinct().Order(StringComparer.Ordinal);

    /// <summary>The kind of help that an attribute names; null where it names none.</summary>
    public string? AssistanceType(JsonElement attribute) => Find(types, attribute);

    /// <summary>The audience that an attribute names; null where it names none.</summary>
    public string? Audience(JsonElement attribute) => Find(audiences, attribute);

    /// <summary>The source that an attribute names; null where it names none.</summary>
    public string? Source(JsonElement attribute) => Find(sources, attribute);

    /// <summary>Null where no place has the name.</summary>
    public string? Place(string name) => places.GetValueOrDefault(Key(name));

    /// <summary>True for a list of names of kinds of help, as services are called here.</summary>
    public bool AreAssistanceTypes(string names) => names.Split(", ") is { Length: <= 40 } parts && AreAssistanceTypes(parts);

    /// <summary>True for what some kind of help, audience or source is called.</summary>
    public bool IsTerm(string name) => types.ContainsKey(Key(name)) || audiences.ContainsKey(Key(name)) || sources.ContainsKey(Key(name));

    // A name may have commas itself.
    private bool AreAssistanceTypes(string[] parts) => parts.Length == 0
        || Enumerable.Range(1, parts.Length).Any(count => types.ContainsKey(Key(string.Join(", ", parts[..count]))) && AreAssistanceTypes(parts[count..]));

    private string? Find(FrozenDictionary<string, string> names, JsonElement attribute)
    {
        var term = attribute.Record("taxonomy_term");
        string[] identifiers = [attribute.Text("taxonomy_term_id"), term?.Text("id") ?? ""];
        // A kind of help and an audience may have one name: an identifier says which is meant.
        if (Array.Find(identifiers, identifier => ids.Contains(Key(identifier))) is { } ours)
        {
            return names.GetValueOrDefault(Key(ours));
        }

        string[] called = [term?.Text("code") ?? "", term?.Text("name") ?? "", attribute.Text("value"), attribute.Text("label")];
        return called.Where(name => name.Length > 0).Select(name => names.GetValueOrDefault(Key(name))).FirstOrDefault(slug => slug is not null);
    }

    private static FrozenDictionary<string, string> Names(IEnumerable<(Guid Id, Slug Slug, LocalisedText Name)> terms)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var (id, slug, name) in terms)
        {
            foreach (var text in name.Translations.Select(translation => translation.Text).Append(slug.Value).Append(id.ToString()))
            {
                names.TryAdd(Key(text), slug.Value);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}
