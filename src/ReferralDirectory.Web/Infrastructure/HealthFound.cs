using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>What a look at the site found.</summary>
/// <param name="Database">How it stands with the database.</param>
/// <param name="IsIndexBuilt">False where the index of a country cannot be built.</param>
public sealed record HealthFound(DatabaseState Database, bool IsIndexBuilt)
{
    /// <summary>The key of a sentence that says why readers should not be sent here; null where they can be.</summary>
    public string? Reason => Database.Trouble is { } trouble ? ReasonOf(trouble) : IsIndexBuilt ? null : "Health.Index";

    /// <summary>The key of a sentence that says what is wrong with the database, without its place.</summary>
    public static string ReasonOf(DatabaseTrouble trouble) => $"Health.{trouble}";
}
