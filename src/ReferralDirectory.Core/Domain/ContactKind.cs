namespace ReferralDirectory.Core.Domain;

/// <summary>Ways to reach an organisation.</summary>
public enum ContactKind
{
    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A telephone number that the source calls a hotline.</summary>
    Hotline,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A website.</summary>
    Website,

    /// <summary>An account in a messenger, as an address that opens it.</summary>
    Messenger,
}
