namespace ReferralDirectory.Benchmarks;

/// <summary>What readers type.</summary>
public enum QueryKind
{
    /// <summary>Everyday words and places, which many providers have.</summary>
    Word,

    /// <summary>Names, which one provider has.</summary>
    Name,

    TwoWords,
    Prefix,
    Typo,
    Phone,
    WrongLayout,
    Adversarial,
}
