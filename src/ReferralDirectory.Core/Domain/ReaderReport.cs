namespace ReferralDirectory.Core.Domain;

/// <summary>How often readers said one thing of one contact on one day. Nothing about who they are, and no time finer than a day.</summary>
/// <remarks>They are for staff: what the public sees, and its order, never depends on them.</remarks>
public sealed class ReaderReport
{
    /// <summary>How long they are kept.</summary>
    public const int KeptDays = 90;

    /// <summary>More of a kind on a day are not counted.</summary>
    public const int MaxCount = 1000;

    /// <summary>Of which contact. With another value it has another id, and these are gone.</summary>
    public required Guid ContactPointId { get; init; }

    /// <summary>What they said.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; set; }

    /// <summary>The confirmation that answered them; null while they wait.</summary>
    public Guid? SettledById { get; set; }
}
