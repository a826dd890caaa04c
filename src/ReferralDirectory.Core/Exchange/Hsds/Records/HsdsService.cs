using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>service</c> of the standard.</summary>
public sealed record HsdsService
{
    /// <summary>It can be had.</summary>
    public const string ActiveStatus = "active";

    /// <summary>Nobody has checked the translation.</summary>
    public const string Unreviewed = "unreviewed";

    /// <summary>The service's own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who offers it.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The names of its types: a service has no name of its own.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The organisation's first website.</summary>
    public string? Url { get; init; }

    /// <summary>The organisation's first e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary><c>active</c>: nothing else is published.</summary>
    public required string Status { get; init; }

    /// <summary>On what conditions one gets it.</summary>
    public string? EligibilityDescription { get; init; }

    /// <summary>The day on which the oldest of the contacts' confirmations was made; left out where one was never confirmed.</summary>
    public string? AssuredDate { get; init; }

    /// <summary>When its organisation's entry last changed, UTC; left out where it did not since it was loaded.</summary>
    [JsonConverter(typeof(MillisecondTime))]
    public DateTime? LastModified { get; init; }

    /// <summary><c>unreviewed</c> where some text comes in a translation that nobody has checked. Not in the standard, which has no word for it.</summary>
    public string? Translation { get; init; }

    /// <summary>Who offers it.</summary>
    public HsdsOrganization? Organization { get; init; }

    /// <summary>The organisation's numbers.</summary>
    public IReadOnlyList<HsdsPhone>? Phones { get; init; }

    /// <summary>When the organisation is open.</summary>
    public IReadOnlyList<HsdsSchedule>? Schedules { get; init; }

    /// <summary>The places of the organisation.</summary>
    public IReadOnlyList<HsdsServiceArea>? ServiceAreas { get; init; }

    /// <summary>Where it is offered.</summary>
    public IReadOnlyList<HsdsServiceAtLocation>? ServiceAtLocations { get; init; }

    /// <summary>In which one is answered.</summary>
    public IReadOnlyList<HsdsLanguage>? Languages { get; init; }

    /// <summary>Its types, its audiences, and the source of the entry.</summary>
    public IReadOnlyList<HsdsAttribute>? Attributes { get; init; }
}
