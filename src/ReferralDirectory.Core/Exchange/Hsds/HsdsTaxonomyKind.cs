namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>The taxonomies that terms of services are from.</summary>
public enum HsdsTaxonomyKind
{
    /// <summary>What one gets.</summary>
    AssistanceType,

    /// <summary>Whom it is for.</summary>
    Audience,

    /// <summary>Where the entry comes from.</summary>
    Source,
}
