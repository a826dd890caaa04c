namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>contact</c> of the standard, for an address beside the first; without a person.</summary>
public sealed record HsdsContact
{
    /// <summary>The contact's own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The address.</summary>
    public required string Email { get; init; }
}
