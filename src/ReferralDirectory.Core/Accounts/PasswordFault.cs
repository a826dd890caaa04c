namespace ReferralDirectory.Core.Accounts;

/// <summary>Why a password is not taken.</summary>
public enum PasswordFault
{
    /// <summary>Shorter than <see cref="PasswordRules.MinLength"/>.</summary>
    TooShort,

    /// <summary>Longer than <see cref="PasswordRules.MaxLength"/>.</summary>
    TooLong,

    /// <summary>On the list of common ones, or a small change of one.</summary>
    Common,

    /// <summary>Few different characters, one thing repeated, or a row of the keyboard or the alphabet.</summary>
    Pattern,

    /// <summary>Mostly the person's name, address, or the site's name.</summary>
    Personal,
}
