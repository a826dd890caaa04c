using Microsoft.AspNetCore.Identity;

namespace ReferralDirectory.Core.Domain;

/// <summary>Somebody who may enter the admin area. The user name is the e-mail address.</summary>
/// <remarks>Made when invited; without a password nobody can sign in as them yet.</remarks>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>Characters of <see cref="DisplayName"/>.</summary>
    public const int DisplayNameMaxLength = 80;

    /// <summary>Characters of the e-mail address (RFC 5321, 4.5.3.1.3).</summary>
    public const int EmailMaxLength = 254;

    /// <summary>Characters of <see cref="RevocationReason"/>.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>What colleagues call them; empty until they have set up their account.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The language of their pages; null where they never chose one.</summary>
    public LanguageTag? Language { get; set; }

    /// <summary>The secret that they share with their authenticator app, protected; null where they use none.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The 30-second step of the last code that was taken: no code of this step or an earlier one is taken again.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime InvitedAt { get; set; }

    /// <summary>UTC; null while they may enter.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Why they may no longer enter, at most <see cref="ReasonMaxLength"/> characters.</summary>
    public string? RevocationReason { get; set; }

    /// <summary>What they may do.</summary>
    public List<StaffGrant> Grants { get; } = [];

    /// <summary>Passkeys.</summary>
    public List<IdentityUserPasskey<Guid>> Passkeys { get; } = [];

    /// <summary>True where a second factor is set up: an authenticator app or a passkey.</summary>
    public bool HasSecondFactor => AuthenticatorKey is not null || Passkeys.Count > 0;

    /// <summary>How an e-mail address is compared: without regard to case.</summary>
    public static string Normalize(string email) => email.Trim().ToUpperInvariant();
}
