using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary>The terms that files refer to by slug.</summary>
internal sealed record Taxonomy(ImmutableArray<AssistanceType> AssistanceTypes, ImmutableArray<Audience> Audiences)
{
    public List<AssistanceType> FindAssistanceTypes(YamlMap map, string key) =>
        Find(map, key, AssistanceTypes, type => type.Slug, "assistance type", "assistance-types.yaml");

    public List<Audience> FindAudiences(YamlMap map, string key) =>
        Find(map, key, Audiences, audience => audience.Slug, "audience", "audiences.yaml");

    /// <summary>The source that <c>source</c> names.</summary>
    public static Guid FindSource(YamlMap map, Country country)
    {
        var slug = map.Slug("source");
        if (country.Sources.Find(source => source.Slug == slug) is { } source)
        {
            return source.Id;
        }

        map.File.Fault(map.LineOf("source"), $"There is no source '{slug}' in country.yaml.");
        return Guid.Empty;
    }

    /// <summary>Everything the list under a key refers to; a reference to nothing is a fault.</summary>
    public static List<T> Find<T>(YamlMap map, string key, IReadOnlyCollection<T> terms, Func<T, Slug> slugOf, string what, string where)
        where T : class
    {
        var found = new List<T>();
        foreach (var (slug, line) in map.Texts(key, Slug.MaxLength))
        {
            if (terms.FirstOrDefault(term => slugOf(term).Value == slug) is not { } term)
            {
                map.File.Fault(line, $"There is no {what} '{slug}' in {where}.");
            }
            else if (found.Contains(term))
            {
                map.File.Fault(line, $"'{slug}' stands twice in '{key}'.");
            }
            else
            {
                found.Add(term);
            }
        }

        return found;
    }

    /// <summary>Reports each slug that an earlier term already has.</summary>
    public static void ReportDuplicates<T>(IEnumerable<(T Term, YamlMap Map)> terms, Func<T, string> nameOf)
    {
        foreach (var (term, map) in terms.GroupBy(term => nameOf(term.Term)).SelectMany(group => group.Skip(1)))
        {
            map.File.Fault(map.Line, $"'{nameOf(term)}' stands here a second time.");
        }
    }
}
