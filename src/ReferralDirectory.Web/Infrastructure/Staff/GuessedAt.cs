namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What somebody guesses at. The names are stored in the audit log.</summary>
public enum GuessedAt
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>A code of an authenticator app, or a recovery code: they have the password already.</summary>
    Code,
}
