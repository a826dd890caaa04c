using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>Taxonomies of the standard, and their terms.</summary>
public sealed class TaxonomiesController(HsdsReader reader) : HsdsController(reader)
{
    [PageRoute(HsdsAddress.Taxonomies)]
    [HttpPost(HsdsAddress.Taxonomies)]
    [RequestSizeLimit(FormMaxBytes)]
    [IgnoreAntiforgeryToken]
    [EndpointSummary("A page of taxonomies.")]
    [ProducesResponseType<HsdsList<HsdsTaxonomy>>(StatusCodes.Status200OK, "application/json", LinesAnswer.MediaType)]
    public IActionResult List(ListParameters parameters) => ListOf(
        parameters,
        query => Task.FromResult<IReadOnlyList<HsdsTaxonomy>>([.. Hsds.Mapping.Terms.Taxonomies.Where(taxonomy => Has(query, taxonomy.Name, taxonomy.Description))]),
        taxonomy => taxonomy);

    [PageRoute(HsdsAddress.Taxonomies + HsdsAddress.One)]
    [EndpointSummary("One taxonomy.")]
    [ProducesResponseType<HsdsTaxonomy>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, ProblemAnswer.MediaType)]
    public IActionResult Show(Guid id) => One(() => Hsds.Mapping.Terms.Taxonomies.FirstOrDefault(taxonomy => taxonomy.Id == id));

    [PageRoute(HsdsAddress.TaxonomyTerms)]
    [HttpPost(HsdsAddress.TaxonomyTerms)]
    [RequestSizeLimit(FormMaxBytes)]
    [IgnoreAntiforgeryToken]
    [EndpointSummary("A page of terms.")]
    [ProducesResponseType<HsdsList<HsdsTaxonomyTerm>>(StatusCodes.Status200OK, "application/json", LinesAnswer.MediaType)]
    public IActionResult Terms(TermParameters parameters) => ListOf(
        parameters,
        query => Task.FromResult<IReadOnlyList<HsdsTaxonomyTerm>>([.. Hsds.Mapping.Terms.Terms.Where(term =>
            Has(query, term.Name, term.Description) && parameters.ParentId is null && (parameters.TaxonomyId is not { } taxonomy || term.TaxonomyId == taxonomy))]),
        term => term);

    [PageRoute(HsdsAddress.TaxonomyTerms + HsdsAddress.One)]
    [EndpointSummary("One term.")]
    [ProducesResponseType<HsdsTaxonomyTerm>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, ProblemAnswer.MediaType)]
    public IActionResult Term(Guid id) => One(() => Hsds.Mapping.Terms.Find(id));

    // There are a few dozen; all words must be there, begun at least.
    private static bool Has(HsdsQuery query, params ReadOnlySpan<string> texts)
    {
        var text = $" {TextFolding.Fold(string.Join(' ', texts))}";
        return TextFolding.Fold(query.Words).Split(' ').All(word => text.Contains($" {word}", StringComparison.Ordinal));
    }
}
