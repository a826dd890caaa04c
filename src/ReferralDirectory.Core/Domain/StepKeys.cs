namespace ReferralDirectory.Core.Domain;

/// <summary>Names of the steps in addresses and files.</summary>
public static class StepKeys
{
    /// <summary>All six, in order.</summary>
    public static IReadOnlyList<StepKey> All { get; } = Enum.GetValues<StepKey>();

    /// <summary>The step's name in an address.</summary>
    public static string Slug(this StepKey key) => key switch
    {
        StepKey.Encounter => "encounter",
        StepKey.InitialReferral => "initial-referral",
        StepKey.Identification => "identification",
        StepKey.Assistance => "assistance",
        StepKey.VoluntaryReturn => "voluntary-return",
        StepKey.Providers => "providers",
    };

    /// <summary>Null where no step has that name.</summary>
    public static StepKey? FromSlug(string? slug) =>
        All.Where(key => key.Slug() == slug).Select(key => (StepKey?)key).FirstOrDefault();
}
