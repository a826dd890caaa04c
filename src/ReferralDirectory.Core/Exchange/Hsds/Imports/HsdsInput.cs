using System.Text.Json;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>One organisation of a file, with its services.</summary>
/// <param name="Organization">The record.</param>
/// <param name="Services">Those that it has; empty where the file says none.</param>
internal sealed record HsdsInput(JsonElement Organization, IReadOnlyList<JsonElement> Services)
{
    /// <summary>True where the services stand in their organisation: then they are all that it has. Those of a list of services may be some of them.</summary>
    public bool IsWhole => Organization.Items("services").Any();

    /// <summary>Its services at their places.</summary>
    public IEnumerable<JsonElement> Links => Services.SelectMany(service => service.Items("service_at_locations"));

    /// <summary>Its places, and those of each of its services.</summary>
    public IEnumerable<JsonElement> Locations => Organization.Items("locations").Concat(Links.Select(link => link.Record("location")).OfType<JsonElement>());

    /// <summary>Everything that may have contacts, hours and languages.</summary>
    public IReadOnlyList<JsonElement> Holders => [.. Services, Organization, .. Links, .. Locations];
}
