using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>How the taxonomies are named where programs read.</summary>
public static class HsdsTaxonomyKinds
{
    /// <summary>All, in order.</summary>
    public static IReadOnlyList<HsdsTaxonomyKind> All { get; } = Enum.GetValues<HsdsTaxonomyKind>();

    /// <summary>The taxonomy's stable identifier.</summary>
    public static Guid Id(this HsdsTaxonomyKind kind) => StableId.Of("hsds", "taxonomy", kind.Code());

    /// <summary>What a term of it says of a service: the <c>link_type</c> of an attribute.</summary>
    public static string Code(this HsdsTaxonomyKind kind) => kind switch
    {
        HsdsTaxonomyKind.AssistanceType => "assistance_type",
        HsdsTaxonomyKind.Audience => "audience",
        HsdsTaxonomyKind.Source => "source",
    };
}
