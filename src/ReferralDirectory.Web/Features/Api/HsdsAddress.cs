using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>Addresses by which the standard's records are asked for.</summary>
internal static class HsdsAddress
{
    public const string Root = ApiAddress.Root + "/hsds/v3";

    public const string Services = Root + "/services";

    public const string Organizations = Root + "/organizations";

    public const string ServicesAtLocations = Root + "/service_at_locations";

    public const string Taxonomies = Root + "/taxonomies";

    public const string TaxonomyTerms = Root + "/taxonomy_terms";

    public const string Description = Root + "/openapi.json";

    /// <summary>Ends the address of one record.</summary>
    public const string One = "/{id:guid}";
}
