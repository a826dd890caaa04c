namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary>What the standard wants an API to say of itself.</summary>
public sealed record HsdsAbout
{
    /// <summary>The version of the standard.</summary>
    public required string Version { get; init; }

    /// <summary>Where the profile is described.</summary>
    public required string Profile { get; init; }

    /// <summary>Where the API is described.</summary>
    public required string OpenapiUrl { get; init; }
}
