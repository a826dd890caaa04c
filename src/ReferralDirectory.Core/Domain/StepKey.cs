namespace ReferralDirectory.Core.Domain;

/// <summary>The six steps of a referral mechanism, always in this order; the number is what the reader sees.</summary>
public enum StepKey
{
    /// <summary>Somebody meets a presumed victim.</summary>
    Encounter = 1,

    /// <summary>The national point of contact and the first referral.</summary>
    InitialReferral = 2,

    /// <summary>Formal identification.</summary>
    Identification = 3,

    /// <summary>What assistance exists, on what legal basis.</summary>
    Assistance = 4,

    /// <summary>Going back to the country of origin by one's own choice.</summary>
    VoluntaryReturn = 5,

    /// <summary>Who provides assistance, and their contact details.</summary>
    Providers = 6,
}
