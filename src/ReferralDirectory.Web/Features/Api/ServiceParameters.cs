using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What the list of services may be asked for.</summary>
public sealed class ServiceParameters : RecordParameters
{
    [ModelBinder(Name = "minimal")]
    [Description("'true' for identifiers and times of the last change alone, all on one page unless 'per_page' is given.")]
    public bool? Minimal { get; init; }

    /// <inheritdoc/>
    internal override bool IsWhole => base.IsWhole || (Minimal == true && PerPage is null);

    /// <inheritdoc/>
    internal override (string Parameter, string Reason)? Contradiction => Minimal == true && Full == true ? ("minimal", "MinimalAndFull") : base.Contradiction;

    /// <inheritdoc/>
    internal override HsdsPage Part => IsWhole ? new HsdsPage(Page ?? 1, All) : base.Part;
}
