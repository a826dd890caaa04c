namespace ReferralDirectory.Core.Domain;

/// <summary>What a reader may say of a contact, with one tap.</summary>
public enum ReportKind
{
    /// <summary>It was tried, and nobody answered.</summary>
    NobodyAnswered,

    /// <summary>Somebody else has it, or it does not exist.</summary>
    Wrong,
}
