using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary><c>country.yaml</c>.</summary>
internal static class CountryFile
{
    public static Country Read(YamlMap map, string folderName, ImmutableArray<LanguageTag> languages, Taxonomy taxonomy)
    {
        FileHead.Read(map, languages);
        var slug = map.Slug("slug");
        if (slug.Value != folderName)
        {
            map.File.Fault(map.LineOf("slug"), $"'slug' must be the folder's name, '{folderName}'.");
        }

        var country = new Country
        {
            Id = StableId.Of("country", slug.Value),
            Slug = slug,
            Code = ReadCode(map),
            Name = map.Localised("name", Country.NameMaxLength),
        };
        country.EmergencyNumbers.AddRange(ReadAll(map, "emergency", (item, position) => ReadEmergencyNumber(item, position, country), number => number.Number));
        country.Sources.AddRange(ReadAll(map, "sources", (item, _) => ReadSource(item, country), source => source.Slug.Value));
        country.Places.AddRange(ReadAll(map, "places", (item, position) => ReadPlace(item, position, country), place => place.Slug.Value));
        country.Steps.AddRange(ReadSteps(map, country, taxonomy));
        if (country.EmergencyNumbers.Count == 0)
        {
            map.File.Fault(map.LineOf("emergency"), "At least one emergency number is needed: every page shows it.");
        }

        map.Done();
        return country;
    }

    private static string ReadCode(YamlMap map)
    {
        var code = map.Text("code", 2);
        if (code.Length > 0 && !PhoneNumber.IsCountryCode(code))
        {
            map.File.Fault(map.LineOf("code"), $"'{code}' is not a country code of ISO 3166-1 such as 'RU'.");
        }

        return code;
    }

    private static List<T> ReadAll<T>(YamlMap map, string key, Func<YamlMap, int, T> read, Func<T, string> nameOf)
    {
        var items = map.Maps(key).Select((item, position) => (read(item, position), item)).ToList();
        Taxonomy.ReportDuplicates(items, nameOf);
        return [.. items.Select(item => item.Item1)];
    }

    private static EmergencyNumber ReadEmergencyNumber(YamlMap map, int position, Country country)
    {
        var number = map.Text("number", EmergencyNumber.NumberMaxLength);
        if (!number.All(char.IsAsciiDigit))
        {
            map.File.Fault(map.LineOf("number"), $"The emergency number '{number}' may have digits only.");
        }

        var result = new EmergencyNumber
        {
            Id = StableId.Of("emergency", country.Slug.Value, number),
            CountryId = country.Id,
            Position = position,
            Number = number,
            Name = map.Localised("name", EmergencyNumber.NameMaxLength),
            IsFree = map.Flag("free"),
        };
        map.Done();
        return result;
    }

    private static Source ReadSource(YamlMap map, Country country)
    {
        var slug = map.Slug("slug");
        var source = new Source
        {
            Id = StableId.Of("source", country.Slug.Value, slug.Value),
            CountryId = country.Id,
            Slug = slug,
            Name = map.Localised("name", Source.NameMaxLength),
        };
        map.Done();
        return source;
    }

    private static Place ReadPlace(YamlMap map, int position, Country country)
    {
        var slug = map.Slug("slug");
        if (slug == Place.NotStated)
        {
            map.File.Fault(map.LineOf("slug"), $"'{slug}' is the filter for providers whose place is not stated; choose another.");
        }

        var place = new Place
        {
            Id = StableId.Of("place", country.Slug.Value, slug.Value),
            CountryId = country.Id,
            Position = position,
            Slug = slug,
            Name = map.Localised("name", Place.NameMaxLength),
            SearchWords = map.SearchWords("search"),
        };
        map.Done();
        return place;
    }

    private static List<Step> ReadSteps(YamlMap map, Country country, Taxonomy taxonomy)
    {
        var steps = map.Map("steps");
        var result = new List<Step>();
        foreach (var key in StepKeys.All)
        {
            if (!steps.Has(key.Slug()))
            {
                map.File.Fault(steps.Line, $"The step '{key.Slug()}' is missing under 'steps'.");
            }

            var step = new Step { Id = StableId.Of("step", country.Slug.Value, key.Slug()), CountryId = country.Id, Key = key };
            step.AssistanceTypes.AddRange(taxonomy.FindAssistanceTypes(steps, key.Slug()));
            result.Add(step);
        }

        steps.Done();
        return result;
    }
}
