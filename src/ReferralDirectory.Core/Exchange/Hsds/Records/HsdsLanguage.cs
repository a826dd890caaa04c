namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>language</c> of the standard.</summary>
public sealed record HsdsLanguage
{
    /// <summary>Stable: made from service and language.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where one is answered in it.</summary>
    public required Guid ServiceId { get; init; }

    /// <summary>As it calls itself.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 639.</summary>
    public required string Code { get; init; }
}
