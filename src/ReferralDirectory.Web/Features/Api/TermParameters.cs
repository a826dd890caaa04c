using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What the list of terms may be asked for.</summary>
public sealed class TermParameters : ListParameters
{
    [ModelBinder(Name = "taxonomy_id")]
    [Description("Only terms of this taxonomy.")]
    public Guid? TaxonomyId { get; init; }

    [ModelBinder(Name = "top_only")]
    [Description("Only terms without a parent: all, since no term has one.")]
    public bool? TopOnly { get; init; }

    [ModelBinder(Name = "parent_id")]
    [Description("Only terms with this parent: none, since no term has one.")]
    public Guid? ParentId { get; init; }
}
