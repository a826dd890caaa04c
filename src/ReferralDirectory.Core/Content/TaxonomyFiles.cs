using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary><c>assistance-types.yaml</c> and <c>audiences.yaml</c>.</summary>
internal static class TaxonomyFiles
{
    public static ImmutableArray<AssistanceType> ReadAssistanceTypes(YamlMap map, ImmutableArray<LanguageTag> languages) =>
        ReadTerms(map, languages, "types", ReadAssistanceType, type => type.Slug);

    public static ImmutableArray<Audience> ReadAudiences(YamlMap map, ImmutableArray<LanguageTag> languages) =>
        ReadTerms(map, languages, "audiences", ReadAudience, audience => audience.Slug);

    private static ImmutableArray<T> ReadTerms<T>(YamlMap map, ImmutableArray<LanguageTag> languages, string key, Func<YamlMap, int, T> read, Func<T, Slug> slugOf)
    {
        FileHead.Read(map, languages);
        var terms = map.Maps(key).Select((item, position) => (read(item, position), item)).ToList();
        Taxonomy.ReportDuplicates(terms, term => slugOf(term).Value);
        map.Done();
        return [.. terms.Select(term => term.Item1)];
    }

    private static AssistanceType ReadAssistanceType(YamlMap map, int position)
    {
        var slug = map.Slug("slug");
        var type = new AssistanceType
        {
            Id = StableId.Of("assistance-type", slug.Value),
            Position = position,
            Slug = slug,
            Name = map.Localised("name", AssistanceType.NameMaxLength),
            Need = map.Localised("need", AssistanceType.NeedMaxLength),
            SearchWords = map.SearchWords("search"),
            IsOnHome = map.Flag("home"),
            IsHotline = map.Flag("hotline"),
        };
        map.Done();
        return type;
    }

    private static Audience ReadAudience(YamlMap map, int position)
    {
        var slug = map.Slug("slug");
        var audience = new Audience
        {
            Id = StableId.Of("audience", slug.Value),
            Position = position,
            Slug = slug,
            Name = map.Localised("name", Audience.NameMaxLength),
            SearchWords = map.SearchWords("search"),
        };
        map.Done();
        return audience;
    }
}
