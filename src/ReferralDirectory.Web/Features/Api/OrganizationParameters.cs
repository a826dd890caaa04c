using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What the list of organisations may be asked for.</summary>
public sealed class OrganizationParameters : RecordParameters
{
    [ModelBinder(Name = "full_service")]
    [Description("'true' for organizations with all that belongs to them and to their services.")]
    public bool? FullService { get; init; }
}
