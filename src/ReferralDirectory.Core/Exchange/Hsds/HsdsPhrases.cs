namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>The few words of a response that are no content, in its language.</summary>
public sealed record HsdsPhrases
{
    /// <summary>Says of a number that it is a hotline.</summary>
    public required string Hotline { get; init; }

    /// <summary>Says of a number that calling it costs nothing.</summary>
    public required string FreeToCall { get; init; }

    /// <summary>Says of an address that it is an account in a messenger.</summary>
    public required string Messenger { get; init; }

    /// <summary>Says of hours that one must agree on a time first.</summary>
    public required string ByAppointment { get; init; }

    /// <summary>Says of days that it is closed.</summary>
    public required string Closed { get; init; }

    /// <summary>Nobody has checked a translation.</summary>
    public required string Unreviewed { get; init; }

    /// <summary>The name of each taxonomy.</summary>
    public required IReadOnlyDictionary<HsdsTaxonomyKind, string> TaxonomyNames { get; init; }

    /// <summary>What each taxonomy is for, in a sentence.</summary>
    public required IReadOnlyDictionary<HsdsTaxonomyKind, string> TaxonomyDescriptions { get; init; }
}
