namespace ReferralDirectory.Core.Domain;

/// <summary>How a contact was checked.</summary>
public enum ConfirmationMethod
{
    /// <summary>Somebody called and was answered.</summary>
    Called,

    /// <summary>Somebody wrote and was answered.</summary>
    Written,

    /// <summary>Somebody went there.</summary>
    Visited,

    /// <summary>The organisation said so itself.</summary>
    Told,
}
