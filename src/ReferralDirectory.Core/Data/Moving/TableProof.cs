namespace ReferralDirectory.Core.Data.Moving;

/// <summary>What both databases say of a table.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Source">As the configured database holds it.</param>
/// <param name="Target">As the other one holds it.</param>
public sealed record TableProof(string Table, TableSum Source, TableSum Target)
{
    /// <summary>True where no value of no row differs.</summary>
    public bool IsEqual => Source == Target;
}
