namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>phone</c> of the standard.</summary>
public sealed record HsdsPhone
{
    /// <summary>For talking (RFC 6350, 6.4.1).</summary>
    public const string Voice = "voice";

    /// <summary>The contact's own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>In E.164.</summary>
    public required string Number { get; init; }

    /// <summary><c>voice</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it is a hotline and free to call, and how it is written in its country.</summary>
    public string? Description { get; init; }
}
