namespace ReferralDirectory.Benchmarks;

/// <summary>What readers type.</summary>
public enum QueryKind
{
    Word,
    TwoWords,
    Prefix,
    Typo,
    Phone,
    WrongLayout,
    Adversarial,
}
