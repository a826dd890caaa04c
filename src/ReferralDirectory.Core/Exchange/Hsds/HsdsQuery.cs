namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>What a list is narrowed to; what is set narrows it together.</summary>
public sealed record HsdsQuery
{
    /// <summary>Words, found as the site itself finds them; empty asks for nothing.</summary>
    public string Words { get; init; } = "";

    /// <summary>A term that applies to the service.</summary>
    public Guid? TermId { get; init; }

    /// <summary>A taxonomy of which some term applies to the service.</summary>
    public Guid? TaxonomyId { get; init; }

    /// <summary>Who offers it.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>
    /// How long before <see cref="ModifiedAfter"/> something may have changed that is given all the same: a change bears the time at which somebody
    /// began to publish it, and is seen when that is done. Too much does no harm.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Leaves out what did not change since, but for <see cref="Overlap"/>; UTC. An entry that bears no time of a change stays: a reader who keeps a copy must miss nothing.
    /// </summary>
    public DateTime? ModifiedAfter { get; init; }

    /// <summary>True where nothing is asked for.</summary>
    public bool IsEmpty => this == Nothing;

    /// <summary>True where it depends on the service, and not on who offers it alone.</summary>
    public bool AsksForTerms => TermId is not null || TaxonomyId is not null;

    private static HsdsQuery Nothing { get; } = new();
}
