using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>The taxonomies of a directory and their terms, in one language.</summary>
public sealed class HsdsTerms
{
    private readonly Dictionary<Guid, HsdsTaxonomyTerm> byId;

    /// <param name="directory">Whose terms.</param>
    /// <param name="language">In which they are told.</param>
    /// <param name="phrases">Names of the taxonomies in it.</param>
    public HsdsTerms(PublishedDirectory directory, LanguageTag language, HsdsPhrases phrases)
    {
        Taxonomies = [.. HsdsTaxonomyKinds.All.Select(kind => new HsdsTaxonomy { Id = kind.Id(), Name = phrases.TaxonomyNames[kind], Description = phrases.TaxonomyDescriptions[kind] })];
        Terms =
        [
            .. directory.AssistanceTypes.Select(type => Term(HsdsTaxonomyKind.AssistanceType, type.Id, type.Slug.Value, type.Name, type.Need)),
            .. directory.Audiences.Select(audience => Term(HsdsTaxonomyKind.Audience, audience.Id, audience.Slug.Value, audience.Name, audience.Name)),
            .. directory.Countries.SelectMany(country => country.Sources.Select(source => Term(HsdsTaxonomyKind.Source, source.Id, $"{country.Slug}-{source.Id:N}", source.Name, source.Name))),
        ];
        byId = Terms.ToDictionary(term => term.Id);

        HsdsTaxonomyTerm Term(HsdsTaxonomyKind kind, Guid id, string code, LocalisedText name, LocalisedText description)
        {
            var shown = name.In(language);
            return new HsdsTaxonomyTerm
            {
                Id = id,
                Code = code,
                Name = shown.Text,
                Description = description.In(language).Text,
                Taxonomy = phrases.TaxonomyNames[kind],
                Language = Iso639(shown.Language),
                TaxonomyId = kind.Id(),
            };
        }
    }

    /// <summary>In the order of <see cref="HsdsTaxonomyKind"/>.</summary>
    public ImmutableArray<HsdsTaxonomy> Taxonomies { get; }

    /// <summary>By taxonomy, in the order of each.</summary>
    public ImmutableArray<HsdsTaxonomyTerm> Terms { get; }

    /// <summary>Null where there is no such term.</summary>
    public HsdsTaxonomyTerm? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>The language without script and region.</summary>
    internal static string Iso639(LanguageTag language) => language.Value.Split('-')[0];
}
