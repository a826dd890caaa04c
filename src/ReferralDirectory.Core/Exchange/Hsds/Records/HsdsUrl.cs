namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>url</c> of the standard.</summary>
public sealed record HsdsUrl
{
    /// <summary>The contact's own.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public string? Label { get; init; }

    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OrganizationId { get; init; }
}
